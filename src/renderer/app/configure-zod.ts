import * as z from 'zod';

// The page's policy forbids eval, and zod tries it once to see: the browser would report that as a
// breach of the policy. Imported before any schema is made.
z.config({ jitless: true });
