// npm run bench -- NAME [--quick] [--json FILE]
// Node 20 reads no TypeScript: the bench is bundled into out/bench first, every program that it
// starts on its own included.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const folder = dirname(fileURLToPath(import.meta.url));
const output = join(folder, '..', 'out', 'bench');

const programs = readdirSync(folder, { recursive: true })
  .filter((path) => path.endsWith('.program.ts'))
  .map((path) => [path.slice(0, -'.program.ts'.length).replaceAll('\\', '/'), join(folder, path)]);

const bundle = await rolldown({
  input: { main: join(folder, 'main.ts'), ...Object.fromEntries(programs) },
  platform: 'node',
  // Packages stay where they are: peers are measured as users have them.
  external: /^(?:node:|[^./]|@)(?!:)/,
  logLevel: 'warn',
});
await bundle.write({ dir: output, format: 'es', cleanDir: true });
await import(pathToFileURL(join(output, 'main.js')).href);
