import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import {
  arbitraryBase64,
  arbitraryNumberText,
} from '../../../../domain/testing/arbitrary-scalar.ts';
import { createAttributesSeen } from './attributes-seen.ts';
import { createChunks } from './chunks.ts';
import { cutPage } from './cut-page.ts';
import { createPace } from './pace.ts';
import { slotsOfAll } from './row-slots.ts';
import { sortRows } from './sort-rows.ts';
import { createSpillFile } from './spill-file.ts';
import { pageBody, withStore } from './testing/open-store.ts';
import { sortModel } from './testing/row-model.ts';

/** Many keys that are the same far into them: past a word, a window, several windows. */
const beginning = fc.constantFrom('', 'aaaaaa', 'aaaaaaa', ...[33, 34, 35, 69, 200].map(repeated));
const end = fc.oneof(
  fc.constantFrom('', '\0', 'a', 'é', '😀', '\uffff', '\ud83d', '\ude00', '\u0001"\\'),
  fc.string({ maxLength: 3 }),
);
const text = fc.tuple(beginning, end).map(([begin, rest]) => ({ S: begin + rest }));
const number = fc
  .oneof(
    arbitraryNumberText(),
    fc.integer().map(String),
    fc.tuple(fc.constantFrom('1', '-1', '0'), fc.nat({ max: 12 })).map(digitsBehind),
  )
  .map((N) => ({ N }));
const binary = arbitraryBase64().map((B) => ({ B }));

function repeated(count: number): string {
  return 'x'.repeat(count);
}

/** Numbers that differ in the last of 38 digits. */
function digitsBehind([first, last]: [string, number]): string {
  return `${first}.${'0'.repeat(34)}${String(last).padStart(2, '0')}`;
}

const rowsOf = (value: fc.Arbitrary<AttributeValue>): fc.Arbitrary<Item[]> =>
  fc.array(
    fc.option(value, { freq: 20, nil: undefined }).map((v): Item => (v ? { v } : {})),
    { minLength: 100, maxLength: 500, size: 'max' },
  );

describe('many rows are sorted as the model sorts them', () => {
  it.each([
    ['text', rowsOf(text)],
    ['numbers', rowsOf(number)],
    ['binary', rowsOf(binary)],
    ['all of these', rowsOf(fc.oneof(text, number, binary))],
  ])('%s', async (_, arbitrary) => {
    const property = fc.asyncProperty(
      arbitrary,
      fc.boolean(),
      fc.constantFrom({}, { rowsInMemory: 150 }),
      (rows, descending, options) =>
        withStore(options, async (store) => {
          for (let first = 0; first < rows.length; first += 100) {
            await store.append(pageBody(rows.slice(first, first + 100))).kept;
          }
          const order = { name: 'v', descending };
          const every = rows.map((_row, number_) => number_);
          expect([...(await store.sort(order))]).toEqual(sortModel(rows, order, every));
        }),
    );
    await fc.assert(property, { numRuns: 30 });
  });
});

it('sorts by key after key where memory holds but a few bytes of each', async () => {
  const property = fc.asyncProperty(rowsOf(text), fc.boolean(), async (rows, descending) => {
    const chunks = createChunks();
    const { bytes, starts } = cutPage(pageBody(rows), createAttributesSeen());
    chunks.add(bytes, starts);
    const source = { chunks, file: createSpillFile('never written') };
    const order = { name: 'v', descending };
    const slots = slotsOfAll(rows.length);
    const sorted = await sortRows(source, slots, order, createPace(undefined), 0);
    const every = rows.map((_row, number_) => number_);
    expect([...sorted]).toEqual(sortModel(rows, order, every));
  });
  await fc.assert(property, { numRuns: 20 });
});

it('tells numbers apart to the last of 38 digits', async () => {
  const numbers = [
    '1.0000000000000000000000000000000000002',
    '1.0000000000000000000000000000000000001',
    '-9999999999999999999999999999999999999E88',
    '9007199254740993',
    '9007199254740992',
    '1E-130',
    '-1E-130',
    '0',
    '100',
    '99.9',
  ];
  await withStore({}, async (store) => {
    await store.append(pageBody(numbers.map((N) => ({ n: { N } })))).kept;
    const sorted = await store.sort({ name: 'n', descending: false });
    expect(Array.from(sorted, (row) => numbers[row])).toEqual([
      '-9999999999999999999999999999999999999E88',
      '-1E-130',
      '0',
      '1E-130',
      '1.0000000000000000000000000000000000001',
      '1.0000000000000000000000000000000000002',
      '99.9',
      '100',
      '9007199254740992',
      '9007199254740993',
    ]);
  });
});

it('sorts types apart, in one order, and keeps rows without the attribute at the end', async () => {
  const values: (AttributeValue | undefined)[] = [
    { M: { a: { N: '1' } } },
    undefined,
    { L: [{ S: 'a' }, { S: 'b' }] },
    { BS: ['AA=='] },
    { NS: ['1'] },
    { SS: ['a'] },
    { NULL: true },
    { BOOL: true },
    { BOOL: false },
    { B: 'AA==' },
    { S: '' },
    { N: '0' },
    { L: [] },
  ];
  const rows = values.map((v): Item => (v ? { v } : {}));
  await withStore({}, async (store) => {
    await store.append(pageBody(rows)).kept;
    const ascending = await store.sort({ name: 'v', descending: false });
    expect([...ascending]).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 12, 2, 0, 1]);
    const descending = await store.sort({ name: 'v', descending: true });
    expect([...descending]).toEqual([0, 2, 12, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1]);
  });
});

it('keeps equal rows in the order of the view, in either direction', async () => {
  await withStore({}, async (store) => {
    await store.append(pageBody(Array.from({ length: 200 }, () => ({ same: { N: '1' } })))).kept;
    const within = Uint32Array.from({ length: 200 }, (_, place) => (place * 7) % 200);
    for (const descending of [false, true]) {
      expect(await store.sort({ name: 'same', descending }, { within })).toEqual(within);
    }
  });
});
