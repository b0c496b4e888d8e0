import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const program = `
  import { onParentGone } from ${JSON.stringify(new URL('parent.mjs', import.meta.url).href)};
  onParentGone(() => process.stdout.write('gone', () => process.exit()));
  setTimeout(() => {}, 10_000);
  process.stdout.write('ready');
`;

test.skipIf(process.platform === 'win32')('tells when its parent has ended', async () => {
  // The last command keeps the shell from becoming the program.
  const command = '"$0" --input-type=module -e "$1"; :';
  const shell = spawn('/bin/sh', ['-c', command, process.execPath, program]);
  let output = '';
  // Ends once the program, which holds the other end, has ended.
  for await (const chunk of shell.stdout) {
    output += chunk;
    if (output === 'ready') shell.kill('SIGTERM');
  }
  expect(output).toBe('readygone');
});
