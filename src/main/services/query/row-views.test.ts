import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumMatches } from '../../../contract/limits.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { arbitraryValue } from '../../../domain/testing/arbitrary-item.ts';
import { createRowViews } from './row-views.ts';
import type { RowViews } from './row-views.ts';
import type { RowFilter } from './store/row-test.ts';
import { arbitraryPages, arbitraryTest, sharedName } from './store/testing/arbitrary-rows.ts';
import { pageBody, withStore } from './store/testing/open-store.ts';
import { filterModel, findModel, sortModel } from './store/testing/row-model.ts';

/** A filter as it crosses the boundary. */
function sent({ name, test, negated }: RowFilter) {
  if (test.kind !== 'equals') {
    return {
      name,
      negated,
      test: test.kind === 'type' ? { ...test, types: [...test.types] } : test,
    };
  }
  return { name, negated, test: { kind: test.kind, value: JSON.stringify(test.value) } };
}

/** Views of so many rows, numbered by their attribute `n`, from the last to the first. */
async function withViews(
  rowCount: number,
  run: (views: RowViews, closing: AbortController) => Promise<void>,
): Promise<void> {
  await withStore({}, async (store) => {
    for (let first = 0; first < rowCount; first += 10_000) {
      const count = Math.min(10_000, rowCount - first);
      const items = Array.from({ length: count }, (_, index): Item => {
        const n = { N: String(rowCount - first - index) };
        return { n };
      });
      await store.append(pageBody(items)).kept;
    }
    const closing = new AbortController();
    await run(
      createRowViews({ store, loadedRows: store.rowCount, closing: closing.signal }),
      closing,
    );
  });
}

const sort = { name: 'n', descending: false };

describe('a view', () => {
  it('is what a model makes of the rows: those that pass all filters, sorted, and searched', async () => {
    const scenario = arbitraryPages.chain((pages) => {
      const values = pages.flat().flatMap((row) => Object.values(row));
      const value = values.length > 0 ? fc.constantFrom(...values) : arbitraryValue();
      const filter = fc.record({
        name: sharedName,
        test: arbitraryTest(value),
        negated: fc.boolean(),
      });
      return fc.record({
        pages: fc.constant(pages),
        loadedRows: fc.nat({ max: pages.flat().length }),
        filters: fc.array(filter, { maxLength: 2 }),
        sort: fc.option(fc.record({ name: sharedName, descending: fc.boolean() }), {
          nil: undefined,
        }),
        query: fc.record({
          text: fc.string({ minLength: 1, maxLength: 1 }),
          matchCase: fc.boolean(),
        }),
      });
    });
    const property = fc.asyncProperty(scenario, ({ pages, loadedRows, filters, ...given }) =>
      withStore({}, async (store) => {
        for (const page of pages) await store.append(pageBody(page)).kept;
        const { signal: closing } = new AbortController();
        const views = createRowViews({ store, loadedRows: () => loadedRows, closing });
        const rows = pages.flat().slice(0, loadedRows);
        const all = rows.map((_, row) => row);
        const passing = filters.reduce((view, filter) => filterModel(rows, filter, view), all);
        const expected = given.sort ? sortModel(rows, given.sort, passing) : passing;

        const order = { sort: given.sort, filters: filters.map(sent) };
        const { viewId, ...counts } = await views.arrange(order, undefined);
        expect(counts).toEqual({ rowCount: expected.length, loadedRows });
        expect([...(views.rowsOf(viewId) ?? [])]).toEqual(expected);
        for (const [id, view] of [[viewId, expected] as const, [undefined, all] as const]) {
          const { places, valueCount } = findModel(rows, given.query, view);
          expect(await views.find(given.query, id, undefined)).toEqual({
            places,
            valueCount,
            rowCount: places.length,
          });
        }
      }),
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('takes the place of the one before once it is made', async () => {
    await withViews(3, async (views) => {
      const first = await views.arrange({ sort, filters: [] }, undefined);
      expect([...(views.rowsOf(first.viewId) ?? [])]).toEqual([2, 1, 0]);
      const second = await views.arrange({ filters: [] }, undefined);
      expect([...(views.rowsOf(second.viewId) ?? [])]).toEqual([0, 1, 2]);
      expect(() => views.rowsOf(first.viewId)).toThrow(
        'This order of the rows is not kept any more: another one took its place. ' +
          'Sort or filter them again.',
      );
      await expect(
        views.find({ text: '1', matchCase: true }, first.viewId, undefined),
      ).rejects.toMatchObject({ code: 'RESULT_SET_NOT_FOUND' });
      expect(views.rowsOf(undefined)).toBeUndefined();
    });
  });

  it.each([
    ['{"N":"one"}', /^The value that n is to be equal to is not DynamoDB JSON: .*one/],
    ['{"N":', /^The value that n is to be equal to is not DynamoDB JSON: /],
    ['3', /^The value that n is to be equal to is not DynamoDB JSON: /],
  ])('is not made for values equal to %s', async (value, message) => {
    await withViews(3, async (views) => {
      const kept = await views.arrange({ sort, filters: [] }, undefined);
      const filter = { name: 'n', negated: false, test: { kind: 'equals', value } } as const;
      await expect(views.arrange({ filters: [filter] }, undefined)).rejects.toMatchObject({
        code: 'QUERY_INVALID',
        message: expect.stringMatching(message) as string,
      });
      expect(views.rowsOf(kept.viewId)).toHaveLength(3);
    });
  });
});

describe('long work', () => {
  const many = maximumMatches + 1;

  it('is ended by its caller, by the next of its kind, and by closing', async () => {
    await withViews(many, async (views, closing) => {
      const kept = await views.arrange({ filters: [] }, undefined);
      const caller = new AbortController();
      const cancelled = views.arrange({ sort, filters: [] }, caller.signal);
      caller.abort();
      await expect(cancelled).rejects.toMatchObject({
        code: 'CANCELLED',
        message: 'Sorting was cancelled.',
      });
      const finding = views.find({ text: '1', matchCase: true }, undefined, caller.signal);
      await expect(finding).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(views.rowsOf(kept.viewId)).toHaveLength(many);

      const [replaced, last] = await Promise.allSettled([
        views.arrange({ sort, filters: [] }, undefined),
        views.arrange({ sort: { ...sort, descending: true }, filters: [] }, undefined),
      ]);
      expect(replaced).toMatchObject({ reason: { code: 'CANCELLED' } });
      expect(last).toMatchObject({ value: { rowCount: many } });

      const closed = views.arrange({ sort, filters: [] }, undefined);
      closing.abort();
      await expect(closed).rejects.toMatchObject({
        code: 'RESULT_SET_NOT_FOUND',
        message: 'These results are not kept any more. Run the query again.',
      });
    });
  });

  it('tells so many places of what it found, and how many there are', async () => {
    await withViews(many, async (views) => {
      const found = await views.find({ text: '', matchCase: true }, undefined, undefined);
      expect(found).toMatchObject({ rowCount: many, valueCount: many });
      expect(found.places).toHaveLength(maximumMatches);
      expect(found.places.at(-1)).toBe(maximumMatches - 1);
    });
  });
});
