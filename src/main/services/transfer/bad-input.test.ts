import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { startImportHarness } from './testing/import-harness.ts';
import type { ImportHarness } from './testing/import-harness.ts';
import { memoryFile } from './testing/memory-file.ts';

let harness: ImportHarness;
let tableName: string;
beforeAll(async () => {
  harness = await startImportHarness();
  tableName = await harness.createTable({
    indexes: [
      {
        name: 'by-author',
        kind: 'global',
        partitionKey: { name: 'author', type: 'S' },
        projection: { type: 'KEYS_ONLY' },
      },
    ],
  });
});
afterAll(() => harness.stop());

const good = '{"book_id": 1, "title": "one"}';
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

async function failureOf(act: Promise<unknown>): Promise<SortkeyError> {
  const error: unknown = await act.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (error instanceof SortkeyError) return error;
  throw new Error('It should have failed.', { cause: error });
}

describe('a file that is not well-formed', () => {
  it.each([
    ['empty', '', 1, 1, 'the file is empty'],
    ['white space', '\n\n', 3, 1, 'the file is empty'],
    [
      'CSV',
      'name,price\n1,2',
      1,
      1,
      'expected a JSON array of objects, or JSON objects one after the other, found "n"',
    ],
    [
      'a string',
      '"text"',
      1,
      1,
      `expected a JSON array of objects, or JSON objects one after the other, found '"'`,
    ],
    [
      'no comma',
      `[\n${good},\n${good} ${good}]`,
      3,
      32,
      'expected "," or "]" after an array element, found "{"',
    ],
    ['a comma too many', `[${good},]`, 1, 33, 'expected a value after "," in an array, found "]"'],
    [
      'a word without quotes',
      `${good}\n{"book_id": 2, "title": two}`,
      2,
      26,
      'expected true, found "w"',
    ],
    [
      'a number without its 0',
      `${good}\n{"book_id": .5}`,
      2,
      13,
      'expected a value after ":" in an object, found "."',
    ],
    [
      'cut off in a string',
      `[\n${good},\n{"book_id": 2, "title": "cut of`,
      3,
      32,
      'the file ends within a string; row 2 began on line 3',
    ],
    ['cut off in an array', `[\n${good}\n`, 3, 1, 'the file ends within an array'],
    [
      'not UTF-8',
      bytes(`[${good},\n{"title": "`, [0xe9], '"}]'),
      2,
      12,
      'the file is not UTF-8, found byte 0xE9; save it as UTF-8',
    ],
    ['UTF-16', bytes([0xff, 0xfe, 0x5b, 0x00]), 1, 1, 'the file is UTF-16; save it as UTF-8'],
    ['gzip', bytes([0x1f, 0x8b, 0x08]), 1, 1, 'the file is compressed (gzip); unpack it first'],
  ])('is refused with the place: %s', async (_what, content, line, column, problem) => {
    const file = memoryFile('data.json', content);
    const acts = [() => harness.preview(tableName, file), () => harness.import(tableName, file)];
    for (const act of acts) {
      const error = await failureOf(act());
      expect(error.code).toBe('FILE_MALFORMED');
      expect(error.message).toBe(`data.json, line ${line}, column ${column}: ${problem}.`);
      expect(error.detail.data).toEqual({ line, column });
    }
    expect(harness.writes()).toBe(0);
  });

  it('writes nothing, however late the file breaks', async () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => `{"book_id":${row},"title":"t"}\n`);
    const file = memoryFile('data.ndjson', `${rows.join('')}{"book_id":5000,`);
    const error = await failureOf(harness.import(tableName, file));
    expect(error.message).toBe(
      'data.ndjson, line 5001, column 17: the file ends within an object; row 5001 began on line 5001.',
    );
    expect(harness.writes()).toBe(0);
    expect(await harness.scan(tableName)).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it('is named, and what to do about it', async () => {
    const gone = await failureOf(harness.preview(tableName, undefined));
    expect(gone.code).toBe('FILE_NOT_FOUND');
    expect(gone.message).toBe('The file is not there any more. Choose it or drop it again.');

    const broken = {
      ...memoryFile('data.json', good),
      async *read(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('[');
        throw new Error('EIO: i/o error, read');
      },
    };
    const unreadable = await failureOf(harness.preview(tableName, broken));
    expect(unreadable.code).toBe('FILE_NOT_READABLE');
    expect(unreadable.message).toBe(
      'data.json cannot be read (EIO: i/o error, read). Check that it is still there and may be read.',
    );
  });
});

const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

describe('a row that cannot go in', () => {
  it.each([
    [
      'no partition key',
      '{"title": "no key"}',
      'The item has no partition key "book_id" (Number).',
    ],
    ['no sort key', '{"book_id": 1}', 'The item has no sort key "title" (String).'],
    [
      'a key of a wrong type',
      '{"book_id": "1", "title": "t"}',
      'The partition key "book_id" must be a Number, but it is a String.',
    ],
    [
      'a key that is a map',
      '{"book_id": {"a": 1}, "title": "t"}',
      'The partition key "book_id" must be a Number, but it is a Map.',
    ],
    [
      'an empty key',
      '{"book_id": 1, "title": ""}',
      'The sort key "title" is empty; a key needs a value.',
    ],
    [
      'a long key',
      `{"book_id": 1, "title": "${'x'.repeat(1_025)}"}`,
      'The sort key "title" is 1025 bytes long; at most 1024 are possible.',
    ],
    [
      'an index key of a wrong type',
      '{"book_id": 1, "title": "t", "author": 7}',
      'The partition key "author" of the index by-author must be a String, but it is a Number.',
    ],
    [
      '39 digits',
      `{"book_id": 1, "title": "t", "a": {"b": [1, ${'9'.repeat(39)}]}}`,
      `a.b[1]: ${'9'.repeat(39)} has 39 significant digits; DynamoDB keeps at most 38.`,
    ],
    [
      'a number that is too large',
      `{"book_id": 1e126, "title": "t"}`,
      'book_id: 1e126 is too large; DynamoDB keeps numbers below 1E+126.',
    ],
    [
      'over 400 KB',
      `{"book_id": 1, "title": "t", "a": "${'x'.repeat(409_590)}"}`,
      'The item takes 409,606 bytes; DynamoDB takes at most 409,600 (400 KB).',
    ],
    ['33 levels', `{"book_id": 1, "title": "t", "a": ${deep(33)}}`, undefined],
    [
      '9,000 levels',
      `{"book_id": 1, "title": "t", "a": ${deep(9_000)}}`,
      'Lists and maps are nested deeper than 32 levels (9001 in the row).',
    ],
    [
      'a name twice',
      '{"book_id": 1, "title": "t", "title": "u"}',
      'The name "title" is twice in one object.',
    ],
    [
      'half a surrogate pair',
      '{"book_id": 1, "title": "half \\ud83d"}',
      'A text holds half of a surrogate pair, such as "\\ud83d".',
    ],
    ['an array', '[1, 2]', 'The row is an array, not an object.'],
    ['a string', '"text"', 'The row is a string, not an object.'],
    ['null', 'null', 'The row is null, not an object.'],
    ['a word', 'false', 'The row is true or false, not an object.'],
    ['a number', '-1', 'The row is a number, not an object.'],
  ])(
    'is listed with its line and the reason, and the others go in: %s',
    async (_what, row, reason) => {
      const content = `[\n${good},\n\n${row}]`;
      const preview = await harness.preview(tableName, memoryFile('data.json', content));
      expect(preview.rejected).toEqual([
        {
          row: 2,
          line: 4,
          reason: reason ?? expect.stringContaining('nested deeper than 32 levels'),
        },
      ]);
      expect(preview).toMatchObject({ rowCount: 2, rejectedCount: 1 });
      const last = (await harness.import(tableName, memoryFile('data.json', content))).at(-1);
      expect(last).toMatchObject({ rowsRead: 2, rowsWritten: 1, rejected: preview.rejected });
      expect(await harness.scan(tableName)).toEqual([{ book_id: { N: '1' }, title: { S: 'one' } }]);
    },
  );

  it.each([
    [
      '{"book_id": {"N": 1}, "title": {"S": "t"}}',
      'book_id: N must hold text, found a plain number; put it in quotes.',
    ],
    ['{"book_id": {"N": "x"}, "title": {"S": "t"}}', 'book_id: x is not a number.'],
    [
      '{"book_id": 1, "title": "plain"}',
      'book_id: Expected a typed value such as {"N": "12.5"}, found a plain number.',
    ],
    [
      '{"book_id": {"N": "1"}, "title": {"S": "t"}, "b": {"B": "?"}}',
      'b: Base64 holds letters, digits, + and /, not "?".',
    ],
    ['{"Item": {"book_id": {"N": "1"}}}', 'The item has no sort key "title" (String).'],
  ])('in DynamoDB JSON: %s', async (row, reason) => {
    const typed = '{"book_id": {"N": "1"}, "title": {"S": "one"}}';
    const content = [typed, typed, row].join('\n');
    const preview = await harness.preview(tableName, memoryFile('data.json', content));
    expect(preview.format).toBe('dynamodb-json-lines');
    expect(preview.rejected).toEqual([{ row: 3, line: 3, reason }]);
  });

  it('gives a hint where the rows are inside of an object', async () => {
    const content = `{"count": 1, "books": [${good}]}`;
    const { rejected } = await harness.preview(tableName, memoryFile('data.json', content));
    expect(rejected[0]?.reason).toBe(
      'The item has no partition key "book_id" (Number). The file holds one object, read as one ' +
        'row; if its rows are in "books", save that array as a file of its own.',
    );
  });

  it('is listed a thousand times, and counted beyond', async () => {
    const file = memoryFile('data.json', `[${Array(1_500).fill('{}').join(',\n')}]`);
    const preview = await harness.preview(tableName, file);
    expect(preview.rejectedCount).toBe(1_500);
    expect(preview.rejected.length).toBe(1_000);
    expect(preview.rejected.at(-1)).toMatchObject({ row: 1_000, line: 1_000 });
  });
});
