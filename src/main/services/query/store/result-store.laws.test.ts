import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../domain/attribute-value.ts';
import { compareText } from '../../../../domain/compare-key-values.ts';
import { arbitraryValue } from '../../../../domain/testing/arbitrary-item.ts';
import { arbitraryNumberText, arbitraryText } from '../../../../domain/testing/arbitrary-scalar.ts';
import { sortNames } from '../../dynamodb/sort-names.ts';
import type { ResultStore } from './result-store.ts';
import { arbitraryPages, arbitraryTest, sharedName } from './testing/arbitrary-rows.ts';
import { pageBody, withStore } from './testing/open-store.ts';
import { attributesModel, filterModel, findModel, sortModel } from './testing/row-model.ts';

/** In memory, all in the file, and some of both. */
const place = fc.constantFrom({}, { memoryBytes: 0 }, { rowsInMemory: 5 });

/** A view of some of the rows, in any order; or none. */
const viewSeed = fc.option(fc.infiniteStream(fc.nat()).map((stream) => stream));

function viewOf(rowCount: number, seed: Iterator<number> | null): Uint32Array | undefined {
  if (seed === null) return undefined;
  const ranked = Array.from({ length: rowCount }, (_, row) => ({
    row,
    rank: Number(seed.next().value),
  }));
  const kept = ranked.filter(({ rank }) => rank % 4 !== 0);
  return Uint32Array.from(kept.sort((a, b) => a.rank - b.rank).map(({ row }) => row));
}

async function fill(store: ResultStore, all: readonly (readonly Item[])[]): Promise<Item[]> {
  // At once, as the segments of a parallel scan do.
  await Promise.all(all.map((items) => store.append(pageBody(items)).kept));
  return all.flat();
}

const byName = (a: { name: string }, b: { name: string }) => compareText(a.name, b.name);
const everyRow = (rows: readonly Item[]) => rows.map((_, row) => row);

describe('a store does as the model does', () => {
  it('keeps every row, and shows it with its names in order', async () => {
    const property = fc.asyncProperty(
      arbitraryPages,
      place,
      fc.nat({ max: 30 }),
      fc.nat({ max: 30 }),
      viewSeed,
      (all, options, first, count, seed) =>
        withStore(options, async (store) => {
          const rows = await fill(store, all);
          const view = viewOf(rows.length, seed);
          const wanted = view ? [...view].map((row) => rows[row]) : rows;
          const text = await store.rows(first, count, view);
          expect(text).toBe(JSON.stringify(sortNames(wanted.slice(first, first + count))));
          expect(store.rowCount()).toBe(rows.length);
          expect(store.attributes().sort(byName)).toEqual(attributesModel(rows).sort(byName));
        }),
    );
    await fc.assert(property);
  });

  it('sorts by any attribute', async () => {
    const property = fc.asyncProperty(
      arbitraryPages,
      place,
      sharedName,
      fc.boolean(),
      viewSeed,
      (all, options, sortedBy, descending, seed) =>
        withStore(options, async (store) => {
          const rows = await fill(store, all);
          const within = viewOf(rows.length, seed);
          const order = { name: sortedBy, descending };
          const sorted = await store.sort(order, { within });
          expect([...sorted]).toEqual(sortModel(rows, order, [...(within ?? everyRow(rows))]));
        }),
    );
    await fc.assert(property, { numRuns: 150 });
  });

  it('finds text', async () => {
    const text = fc.oneof(
      arbitraryText({ storable: false, maxLength: 3 }).filter((some) => some !== ''),
      arbitraryNumberText().map((some) => some.slice(0, 3)),
      fc.constantFrom('"', '\\', 'n', 'T', 'K', '\u212a', 'null', 'NULL', 'ue', '{"', 'É', ' '),
    );
    const property = fc.asyncProperty(
      arbitraryPages,
      place,
      text,
      fc.boolean(),
      viewSeed,
      (all, options, wanted, matchCase, seed) =>
        withStore(options, async (store) => {
          const rows = await fill(store, all);
          const within = viewOf(rows.length, seed);
          const query = { text: wanted, matchCase };
          const { places, valueCount } = await store.find(query, { within });
          const found = findModel(rows, query, [...(within ?? everyRow(rows))]);
          expect({ places: [...places], valueCount }).toEqual(found);
        }),
    );
    await fc.assert(property, { numRuns: 150 });
  });

  it('filters by value', async () => {
    const property = fc.asyncProperty(
      arbitraryPages.chain((all) => {
        const values = all.flat().flatMap((row) => Object.values(row));
        const value = values.length > 0 ? fc.constantFrom(...values) : arbitraryValue();
        return fc.record({ all: fc.constant(all), test: arbitraryTest(value) });
      }),
      place,
      sharedName,
      fc.boolean(),
      viewSeed,
      (given, options, attribute, negated, seed) =>
        withStore(options, async (store) => {
          const rows = await fill(store, given.all);
          const within = viewOf(rows.length, seed);
          const filter = { name: attribute, test: given.test, negated };
          const kept = await store.filter(filter, { within });
          expect([...kept]).toEqual(filterModel(rows, filter, [...(within ?? everyRow(rows))]));
        }),
    );
    await fc.assert(property, { numRuns: 150 });
  });
});
