import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { startImportHarness } from './testing/import-harness.ts';
import type { ImportHarness } from './testing/import-harness.ts';
import { sameItems } from './testing/same-items.ts';
import { memoryFile } from './testing/memory-file.ts';

let harness: ImportHarness;
beforeAll(async () => {
  harness = await startImportHarness();
});
afterAll(() => harness.stop());

const folder = new URL('testing/', import.meta.url);
const readJsonFile = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8'));
const asText = (value: unknown) => JSON.stringify(value, null, 1);

describe('files through preview and import', () => {
  it.each([
    ['books.golden.json', 'a plain array'],
    ['export.golden.ndjson', 'an export of DynamoDB, with BOM and CRLF'],
    ['lines.golden.ndjson', 'lines, with one key in several rows'],
  ])('%s: %s', async (name) => {
    const stage = (word: string) => name.replace(/\.golden\.\w+$/, `.${word}.json`);
    const tableName = await harness.createTable();
    const file = memoryFile(name, await readFile(new URL(name, folder)));

    const { items, ...preview } = await harness.preview(tableName, file);
    const found = { ...preview, items: JSON.parse(items) as unknown };
    // As text, since an equality of objects may pass over `__proto__`.
    expect(asText(found)).toBe(asText(await readJsonFile(stage('preview'))));
    expect(await harness.scan(tableName)).toEqual([]);

    const last = (await harness.import(tableName, file)).at(-1);
    expect(last).toMatchObject({
      complete: true,
      bytesRead: file.sizeBytes,
      bytesTotal: file.sizeBytes,
      rowsRead: preview.rowCount,
      rowsWritten: preview.rowCount - preview.rejectedCount,
      rejectedCount: preview.rejectedCount,
      rejected: preview.rejected,
    });
    const expected = (await readJsonFile(stage('imported'))) as unknown[];
    sameItems(
      await harness.scan(tableName),
      expected.map((item): Item => parseItem(item)),
    );
  });
});
