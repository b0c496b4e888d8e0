import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Engine } from './engine.ts';

const require = createRequire(import.meta.url);

const capabilities = {
  // A further segment reads the rest of the table again on this engine.
  parallelSegments: 1,
  lacks: [
    'Point-in-time recovery, backups, exports to and imports from S3',
    'Global tables, Kinesis destinations, contributor insights and resource policies',
    'Sizes of tables and indexes (always shown as 0)',
    'Deleting items when their time to live has passed',
    'Queries on an index with a key of several attributes',
  ],
};

/** The native engine, where a program for this platform is there; else undefined. */
export function findDynoxide(enginePath?: string): Engine | undefined {
  if (enginePath !== undefined) return dynoxide(enginePath, askVersion(enginePath));
  const packageName = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const manifest = require(`${packageName}/package.json`) as { version: string };
    const program = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
    return dynoxide(require.resolve(`${packageName}/${program}`), manifest.version);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw cause;
  }
}

/** What an engine given by hand says of itself: `dynoxide 1.3.0`. */
function askVersion(file: string): string {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 2_000 });
  return /[\d.]+\S*/.exec(stdout ?? '')?.[0] ?? 'of unknown version';
}

function dynoxide(file: string, version: string): Engine {
  return {
    name: 'Dynoxide',
    version,
    capabilities,
    readyLine: /listening on http/i,
    dataName: 'dynoxide.sqlite',
    command: ({ port, dataPath }) => ({
      file,
      args: [
        'serve',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        ...(dataPath === undefined ? [] : ['--db-path', dataPath]),
      ],
      environment: {},
    }),
  };
}
