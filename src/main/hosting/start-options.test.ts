import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';
import { readStartOptions } from './start-options.ts';

test('every flag is read', () => {
  const args =
    '--browser --no-open --port 8080 --sandbox-port=8001 --data-dir data ' +
    '--endpoint http://localhost:8000 --region eu-west-1 --profile dev';
  expect(readStartOptions(args.split(' '))).toEqual({
    port: 8080,
    open: false,
    dataFolder: resolve('data'),
    services: {
      sandboxPort: 8001,
      endpoint: 'http://localhost:8000',
      region: 'eu-west-1',
      profile: 'dev',
      enginePath: undefined,
    },
  });
});

test('every flag has a default', () => {
  expect(readStartOptions([])).toEqual({
    port: 0,
    open: true,
    dataFolder: defaultDataFolder(),
    services: {
      sandboxPort: 0,
      endpoint: undefined,
      region: undefined,
      profile: undefined,
      enginePath: undefined,
    },
  });
});

test('every flag that npm start lets through is known here', async () => {
  const script = new URL('../../../scripts/lib/start-flags.mjs', import.meta.url).href;
  const { startFlags }: { startFlags: Record<string, { type: string }> } = await import(script);
  for (const [flag, { type }] of Object.entries(startFlags)) {
    const values: Record<string, string> = { endpoint: 'http://localhost:1' };
    const args = type === 'string' ? [`--${flag}`, values[flag] ?? '1'] : [`--${flag}`];
    expect(() => readStartOptions(args)).not.toThrow();
  }
});

const mistakes: [args: string[], words: string][] = [
  [['--prot', '1'], "Unknown option '--prot'. The flags are --browser, --no-open, --port,"],
  [['table'], "Unexpected argument 'table'"],
  [['--port'], "Option '--port <value>' argument missing. The flags are"],
  [['--port', 'http'], '--port takes a number from 0 to 65535 (0 picks a free port), not "http".'],
  [['--port', '65536'], '--port takes a number from 0 to 65535'],
  [['--sandbox-port=-1'], '--sandbox-port takes a number from 0 to 65535'],
  [['--endpoint', 'localhost:8000'], '--endpoint takes a URL such as http://localhost:8000, not'],
  [['--data-dir', ''], '--data-dir was given without a value.'],
  [
    ['--region', 'eu west'],
    '--region takes the name of a region such as eu-west-1, not "eu west".',
  ],
];
for (const [args, words] of mistakes) {
  test(`a mistake is told in one line: ${args.join(' ')}`, () => {
    expect(() => readStartOptions(args)).toThrow(words);
    expect(() => readStartOptions(args)).not.toThrow(/\n/);
  });
}
