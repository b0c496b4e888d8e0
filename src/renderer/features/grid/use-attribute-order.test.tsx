// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { createStage } from '../values/testing/stage.tsx';
import { useAttributeOrder } from './use-attribute-order.ts';

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.close());

const progress: ResultSetProgress = {
  rowCount: 1,
  scannedCount: 1,
  pageCount: 1,
  elapsedMs: 1,
  complete: false,
  budgetSpent: false,
  segments: 1,
  memoryBytes: 1,
  fileBytes: 0,
  attributes: [],
};

type Given = { run: number; reading: 'result' | 'all' | undefined; counts: [string, number][] };

function Names({ run, reading, counts }: Given) {
  const seen = counts.map(([name, rowCount]) => ({ name, types: [], rowCount }));
  const names = useAttributeOrder({ run, reading, progress }, seen).map(({ name }) => name);
  return <output>{names.join(' ')}</output>;
}

function orderOf(given: Given): string {
  stage.show(<Names {...given} />);
  return document.querySelector('output')?.textContent ?? '';
}

it('is decided by the first rows, by all rows of the first reading, and then stays', () => {
  expect(orderOf({ run: 1, reading: 'result', counts: [['rare', 1]] })).toBe('rare');
  const later: [string, number][] = [
    ['rare', 1],
    ['usual', 90],
  ];
  expect(orderOf({ run: 1, reading: 'result', counts: later })).toBe('rare usual');
  expect(orderOf({ run: 1, reading: undefined, counts: later })).toBe('usual rare');
  const all: [string, number][] = [
    ['rare', 9_000],
    ['usual', 90],
    ['new', 9_000],
  ];
  expect(orderOf({ run: 1, reading: 'all', counts: all })).toBe('usual rare new');
  expect(orderOf({ run: 1, reading: undefined, counts: all })).toBe('usual rare new');
  expect(orderOf({ run: 1, reading: undefined, counts: all.slice(1) })).toBe('usual new');
  expect(orderOf({ run: 2, reading: undefined, counts: all })).toBe('new rare usual');
});
