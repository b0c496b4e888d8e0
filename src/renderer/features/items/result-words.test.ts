import { describe, expect, it } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { initialResult } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import { emptyInWords, itemsInWords, restInWords, statusParts } from './result-words.ts';

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
  expect(statusParts(initialResult)).toEqual([]);
});

describe('beside the count', () => {
  it('stands whether there is more', () => {
    expect(restInWords(state({ complete: false }))).toBe('more to load');
    expect(restInWords(state({}))).toBe('');
    expect(restInWords({ ...initialResult, reading: 'result' })).toBe('reading…');
    expect(restInWords(state({ complete: false }, { reading: 'all' }))).toBe(
      'reading all · 1,200 looked at so far',
    );
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
