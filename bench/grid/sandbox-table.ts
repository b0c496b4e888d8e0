import { execFile } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import type { Engine } from '../../src/main/services/sandbox/engines/engine.ts';
import { itemText } from './items.ts';

export const tableName = 'Orders';

/** Changes with the items, so that no file of others is taken for them. */
const version = 2;

const schema = [
  {
    Table: {
      TableName: tableName,
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    },
  },
];

/**
 * The engine's data file with so many items, made by its own import on first use (a minute for a
 * million) and kept in out/.
 */
export async function sandboxTable(engine: Engine, rows: number): Promise<string> {
  const folder = fileURLToPath(new URL('../bench-data/', import.meta.url));
  const dataPath = join(folder, `orders-${rows}-${version}.sqlite`);
  if (existsSync(dataPath)) return dataPath;
  const source = join(folder, 'source');
  await rm(source, { recursive: true, force: true });
  await mkdir(join(source, tableName, 'data'), { recursive: true });
  await writeFile(join(folder, 'schema.json'), JSON.stringify(schema));
  await pipeline(
    Readable.from(exportLines(rows)),
    createGzip({ level: 1 }),
    createWriteStream(join(source, tableName, 'data', 'orders.json.gz')),
  );
  const unfinished = `${dataPath}.part`;
  await rm(unfinished, { force: true });
  const { file } = engine.command({ port: 0, dataPath: undefined });
  const given = [
    '--source',
    source,
    '--schema',
    join(folder, 'schema.json'),
    '--output',
    unfinished,
  ];
  await promisify(execFile)(file, ['import', ...given]);
  await rename(unfinished, dataPath);
  await rm(source, { recursive: true });
  return dataPath;
}

function* exportLines(rows: number): Generator<string> {
  for (let first = 0; first < rows; first += 1_000) {
    const count = Math.min(1_000, rows - first);
    const lines = Array.from(
      { length: count },
      (_, index) => `{"Item":${itemText(first + index)}}\n`,
    );
    yield lines.join('');
  }
}
