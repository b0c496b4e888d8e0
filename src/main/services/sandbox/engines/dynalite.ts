import { createRequire } from 'node:module';
import type { Engine } from './engine.ts';

const require = createRequire(import.meta.url);

const capabilities = {
  parallelSegments: 4,
  lacks: [
    'Transactions, PartiQL, streams, tags and time to live',
    'Deletion protection (it says yes and does nothing)',
    'Adding an index to a table that exists',
    'Showing the item as it stands when a condition fails',
    'An attribute named __proto__ (it is dropped)',
    'Point-in-time recovery, backups, exports to and imports from S3',
    'Global tables, Kinesis destinations, contributor insights and resource policies',
  ],
};

/** The JavaScript engine, for platforms without a native one; runs under Node or Electron. */
export function findDynalite(): Engine | undefined {
  let script: string;
  let version: string;
  try {
    script = require.resolve('dynalite/cli.js');
    version = (require('dynalite/package.json') as { version: string }).version;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw cause;
  }
  return {
    name: 'dynalite',
    version,
    capabilities,
    readyLine: /listening at: http/i,
    dataName: 'dynalite',
    command: ({ port, dataPath }) => ({
      file: process.execPath,
      args: [
        script,
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        ...(dataPath === undefined ? [] : ['--path', dataPath]),
      ],
      // In the desktop host execPath is Electron, which is told to be plain Node.
      environment: { ELECTRON_RUN_AS_NODE: '1' },
    }),
  };
}
