import { describe, expect, it } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { initialResult } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import type { ArrangedView } from '../query/arrangement.ts';
import {
  countInWords,
  emptyInWords,
  itemsInWords,
  loadingInWords,
  orderInWords,
  restInWords,
  spentInWords,
  statusParts,
} from './result-words.ts';

const progress: ResultSetProgress = {
  rowCount: 5,
  scannedCount: 1_200,
  pageCount: 2,
  consumedCapacity: 0.5,
  elapsedMs: 14.2,
  complete: true,
  budgetSpent: false,
  segments: 1,
  memoryBytes: 0,
  fileBytes: 0,
  attributes: [],
};
const state = (part: Partial<ResultSetProgress>, more: Partial<ResultState> = {}): ResultState => ({
  ...initialResult,
  progress: { ...progress, ...part },
  ...more,
});

it.each([
  [0, '0 items'],
  [1, '1 item'],
  [5, '5 items'],
  [12_400, '12,400 items'],
])('%i', (count, words) => {
  expect(itemsInWords(count)).toBe(words);
});

it('tells the status bar what was read and what it cost', () => {
  expect(statusParts(state({})).map(({ text }) => text)).toEqual([
    '5 items read',
    '2 pages · 1,200 scanned',
    '0.5 RCU',
    '14 ms',
  ]);
  expect(statusParts(state({ consumedCapacity: undefined })).map(({ text }) => text)).not.toContain(
    '0.5 RCU',
  );
  expect(statusParts(state({ fileBytes: 432_013_312 })).at(-1)?.text).toBe(
    '412.0 MB of rows on disk',
  );
  expect(statusParts(initialResult)).toEqual([]);
});

describe('beside the count', () => {
  it('stands whether there is more', () => {
    expect(restInWords(state({ complete: false }))).toBe('more to load');
    expect(restInWords(state({}))).toBe('');
    expect(restInWords({ ...initialResult, reading: 'result' })).toBe('reading…');
    expect(spentInWords(progress)).toBe('Looked at 1,200 items in 2 pages (0.5 RCU) and stopped');
  });
});

const view = (part: Partial<ArrangedView>): ArrangedView => ({
  viewId: 'v',
  rowCount: 3,
  loadedRows: 5,
  arrangement: { filters: [] },
  ...part,
});
const sort = { name: 'Year', descending: false };
const filters = [{ name: 'Year', test: { kind: 'exists' as const }, negated: false }];

describe('the order and the filters', () => {
  it('are over the loaded rows, and say so', () => {
    const arranged = (arrangement: ArrangedView['arrangement'], part = {}, rest = {}) =>
      orderInWords(state(part, { view: view({ arrangement }), ...rest }));
    expect(orderInWords(state({}))).toBe('');
    expect(arranged({ sort, filters: [] })).toBe('sorted by Year over all 5 rows');
    expect(arranged({ sort: { ...sort, descending: true }, filters: [] })).toBe(
      'sorted by Year, descending, over all 5 rows',
    );
    expect(arranged({ sort, filters: [] }, { complete: false })).toBe(
      'sorted by Year over the 5 loaded rows',
    );
    expect(arranged({ sort: { ...sort, descending: true }, filters })).toBe(
      'sorted by Year, descending',
    );
    expect(arranged({ filters }, { rowCount: 12_405 })).toBe(
      '12,400 newer rows are not among them yet',
    );
    expect(arranged({ filters }, { rowCount: 6 })).toBe('1 newer row is not among them yet');
    expect(arranged({ filters }, {}, { arranging: { sort, filters } })).toBe('sorting by Year…');
    expect(arranged({ sort, filters: [] }, {}, { arranging: { sort, filters } })).toBe(
      'filtering…',
    );
  });

  it('change the count only where there are filters', () => {
    expect(
      countInWords(state({}, { view: view({ arrangement: { sort, filters: [] }, rowCount: 5 }) })),
    ).toBe('5 items');
    expect(
      countInWords(
        state(
          { rowCount: 12_400 },
          { view: view({ arrangement: { filters }, loadedRows: 12_400 }) },
        ),
      ),
    ).toBe('3 of 12,400 loaded rows');
    expect(countInWords(initialResult)).toBe('');
  });

  it('may leave no rows', () => {
    const none = state({}, { view: view({ rowCount: 0, arrangement: { filters } }) });
    expect(emptyInWords(none, 'Books')).toBe('Of all 5 rows, none passes the filters.');
  });
});

describe('the reading of all that is left', () => {
  const from = { ...progress, rowCount: 0, scannedCount: 0, elapsedMs: 0 };
  const read = {
    operation: 'Scan' as const,
    request: '',
    index: undefined,
    itemCount: 4_000,
    surelyHas: () => true,
  };
  const loading = (part: Partial<ResultSetProgress>, more = {}) =>
    loadingInWords(
      state({ complete: false, ...part }, { reading: 'all', readingFrom: from, read, ...more }),
    );

  it('says how fast it goes, what it costs, and how long it takes', () => {
    expect(
      loading({ rowCount: 1_000, scannedCount: 1_000, elapsedMs: 2_000, segments: 4 }),
    ).toEqual({
      parts: ['1,000 rows', '500 rows/s', '0.5 RCU', '4 segments', 'about 6 s left'],
      share: 0.25,
    });
  });

  it('says how many items were looked at where some were left out', () => {
    expect(loading({ rowCount: 10, scannedCount: 1_000, elapsedMs: 2_000 }).parts[1]).toBe(
      '1,000 looked at',
    );
  });

  it('says nothing of what is left where nobody knows how much there is', () => {
    const part = { rowCount: 1_000, scannedCount: 1_000, elapsedMs: 2_000 };
    expect(loading(part, { read: { ...read, itemCount: undefined } })).toEqual({
      parts: ['1,000 rows', '500 rows/s', '0.5 RCU'],
      share: undefined,
    });
    expect(loading(part, { read: { ...read, itemCount: 900 } }).share).toBeUndefined();
  });
});

function none(part: Partial<ResultSetProgress>, operation: 'Scan' | 'Query' = 'Scan') {
  const read = { operation, request: '', index: undefined, itemCount: 5, surelyHas: () => true };
  return emptyInWords(state({ rowCount: 0, ...part }, { read }), 'Books');
}

describe('no rows', () => {
  it('is said with its reason', () => {
    expect(none({ scannedCount: 0 })).toBe('Books has no items yet.');
    expect(none({ scannedCount: 0 }, 'Query')).toBe('No item matches this query.');
    expect(none({})).toBe('None of the 1,200 items looked at matches.');
    expect(none({ complete: false })).toBe(
      'None of the 1,200 items looked at so far matches. There is more to look at.',
    );
  });
  it('is not said while there are some, or nobody knows yet', () => {
    expect(emptyInWords(state({}), 'Books')).toBeUndefined();
    expect(emptyInWords(initialResult, 'Books')).toBeUndefined();
  });
});
