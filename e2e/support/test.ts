import { test as base, expect } from '../fixtures.ts';
import { createOtherClient } from './other-client.ts';
import type { OtherClient } from './other-client.ts';

export { expect };

/** Tests of the whole app beside another client; every table is gone after each of them. */
export const test = base.extend<{ other: OtherClient }>({
  other: [
    async ({ app }, give) => {
      const other = createOtherClient(app.sandboxEndpoint);
      await give(other);
      await other.clear();
    },
    { auto: true },
  ],
});
