import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { previewImport } from './preview-import.ts';
import { memoryFile } from './testing/memory-file.ts';

const rules = {
  partitionKey: { name: 'book_id', type: 'N' },
  sortKey: { name: 'title', type: 'S' },
  indexes: [],
} as const;
const preview = (content: string | Uint8Array, pieceLength?: number) =>
  previewImport(memoryFile('data.json', content, pieceLength), { ...rules, indexes: [] });

it.each(['books.golden.json', 'export.golden.ndjson', 'lines.golden.ndjson'])(
  'is the same however the file %s arrives',
  async (name) => {
    const content = await readFile(new URL(`testing/${name}`, import.meta.url));
    const whole = await preview(content);
    for (let pieceLength = 1; pieceLength <= 40; pieceLength += 1) {
      expect(await preview(content, pieceLength)).toEqual(whole);
    }
  },
);

const plain = '{"book_id": 1, "title": "t"}';
const typed = '{"book_id": {"N": "1"}, "title": {"S": "t"}}';

it.each([
  ['json', `[${plain}, ${plain}]`],
  ['json', plain],
  ['json', '[]'],
  ['json', '[1, {}]'],
  ['json', '{"book_id": {"N": "1"}, "title": {"S": "t"}, "plain": 1}'],
  ['json', '{"NULL": {"NULL": null}, "B": {"B": 1}}'],
  ['ndjson', `${plain}\n${plain}\n`],
  ['ndjson', `${plain}${plain}`],
  ['ndjson', `${plain}\n${typed}\n${plain}`],
  ['dynamodb-json', `[${typed}, {}]`],
  ['dynamodb-json', typed],
  ['dynamodb-json', `[{"Item": ${typed}}]`],
  ['dynamodb-json', '[{"Item": {"M": {}}}]'],
  ['dynamodb-json-lines', `${typed}\n${typed}`],
  ['dynamodb-json-lines', `{"Item": ${typed}}\n{"Item": ${typed}}`],
  ['dynamodb-json-lines', `${typed}\n${plain}\n${typed}`],
])('finds that this is %s: %s', async (format, content) => {
  expect((await preview(content)).format).toBe(format);
});

it('shows the first hundred rows and counts them all', async () => {
  const rows = Array.from({ length: 2_500 }, (_, id) => `{"book_id":${id},"title":"t"}`);
  const found = await preview(rows.join('\n'), 500);
  expect(found).toMatchObject({ rowCount: 2_500, rejectedCount: 0, format: 'ndjson' });
  const items = JSON.parse(found.items) as unknown[];
  expect(items.length).toBe(100);
  expect(items.at(-1)).toEqual({ book_id: { N: '99' }, title: { S: 't' } });
  expect(found.attributes).toEqual([
    { name: 'book_id', types: ['N'], rowCount: 2_500 },
    { name: 'title', types: ['S'], rowCount: 2_500 },
  ]);
});

const longRow = (bytes: number) => `{"book_id":1,"title":"t","text":"${'x'.repeat(bytes)}"}`;

it('shows fewer rows where they are long, and takes one of the greatest size', async () => {
  const greatest = 409_600 - 'book_idtitletexttN.'.length;
  const found = await preview(
    `[${Array(30).fill(longRow(greatest)).join(',')},${longRow(greatest + 1)}]`,
  );
  expect(found).toMatchObject({ rowCount: 31, rejectedCount: 1 });
  expect((JSON.parse(found.items) as unknown[]).length).toBe(11);
});

it('is cancelled by its signal', async () => {
  const controller = new AbortController();
  const file = memoryFile('data.json', '[1,2,3,4,5,6]', 2);
  const watched = {
    ...file,
    async *read() {
      for await (const piece of file.read()) {
        yield piece;
        controller.abort();
      }
    },
  };
  await expect(
    previewImport(watched, { ...rules, indexes: [] }, controller.signal),
  ).rejects.toMatchObject({ code: 'CANCELLED', message: 'Reading data.json was cancelled.' });
});

it('takes the file of the tour as it is', async () => {
  const resources = new URL('../../../../resources/samples/', import.meta.url);
  const found = await preview(await readFile(new URL('data.json', resources)));
  expect(found).toMatchObject({ format: 'json', rowCount: 6, rejectedCount: 0 });
  expect(found.items).toContain('"price":{"N":"11.70"}');
  expect(found.items).toContain('"price":{"N":"12.00000000000000000000000000000000001"}');
  const books = await preview(await readFile(new URL('books.json', resources)));
  expect(books).toMatchObject({ format: 'dynamodb-json', rowCount: 12, rejectedCount: 0 });
});
