import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { watchdogScript } from './watchdog.ts';

it.runIf(process.platform !== 'win32')('ends its process when the parent is killed', async () => {
  const watched = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const ended = once(watched, 'exit');
  const parentScript = `
    const { spawn } = require('node:child_process');
    const args = ['-c', ${JSON.stringify(watchdogScript)}, 'watchdog', '${watched.pid}'];
    spawn('/bin/sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
      .once('spawn', () => console.log('watching'));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['-e', parentScript]);
  await once(parent.stdout, 'data');
  parent.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGTERM']);
});
