// npm run check: formatting, lint, layer rules and types.
import { ensureInstalled } from './lib/install.mjs';
import { checks } from './lib/checks.mjs';

await ensureInstalled();
let failed = 0;
for (const { name, run } of checks) {
  const { passed, output } = await run();
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name}\n`);
  if (passed) continue;
  failed += 1;
  process.stdout.write(`${output.trim()}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
