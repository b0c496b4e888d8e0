import { expect, it } from 'vitest';
import type { ListedRun } from '../../../contract/library.ts';
import { favouriteRows, historyRows } from './library-rows.ts';
import {
  dayInWords,
  failureInWords,
  kindInWords,
  outcomeInWords,
  whenInWords,
} from './run-words.ts';

const now = new Date(2026, 10, 23, 12, 0).getTime();
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();
const request = { kind: 'Query', connectionId: 'c', connectionName: 'Live', words: 'id = 1' };
const runOf = (id: number, startedAt: number): ListedRun => ({
  id,
  startedAt,
  request: { ...request, tableName: 'Books' },
  outcome: { elapsedMs: 14 },
  restorable: true,
});

it('puts runs under their days', () => {
  const runs = [
    runOf(5, at(23, 11)),
    runOf(4, at(23, 0, 1)),
    runOf(3, at(22, 23, 59)),
    runOf(2, at(9, 8)),
  ];
  const texts = historyRows(runs, now).map((row) =>
    row.kind === 'heading' ? row.text : row.entry.key,
  );
  expect(texts).toEqual(['Today', '5', '4', 'Yesterday', '3', 'Mon 9 November 2026', '2']);
  expect(historyRows([], now)).toEqual([]);
});

const favouriteOf = (id: string, name: string, folder: string) => ({
  id,
  name,
  folder,
  request,
  restorable: true,
});

it('puts favourites under their folders, of those that hold the words', () => {
  const all = [
    favouriteOf('a', 'Cheap', ''),
    favouriteOf('b', 'Late', 'Daily'),
    favouriteOf('c', 'Open', 'Daily'),
  ];
  const keys = (text: string) => favouriteRows(all, text).map(({ key }) => key);
  expect(keys('')).toEqual(['a', 'folder Daily', 'b', 'c']);
  expect(keys('daily OPEN')).toEqual(['folder Daily', 'c']);
  expect(keys('id nothing')).toEqual([]);
});

it('says when it was', () => {
  expect(dayInWords(at(1, 3), at(1, 4))).toBe('Today');
  expect(whenInWords(now - 20_000, now)).toBe('just now');
  expect(whenInWords(now - 5 * 60_000, now)).toBe('5 min ago');
  expect(whenInWords(at(23, 9, 5), now)).toBe('09:05');
  // A clock that was set back since.
  expect(whenInWords(at(23, 13), now)).toBe('13:00');
});

it('says how it went', () => {
  const outcome = { elapsedMs: 2_500, rowCount: 1, scannedCount: 1_200, capacity: 0.5 };
  expect(outcomeInWords('Query', outcome)).toBe('1 item · 1,200 scanned · 0.5 RCU · 2.5 s');
  expect(outcomeInWords('PutItem', { elapsedMs: 14, capacity: 1 })).toBe('1 WCU · 14 ms');
  expect(failureInWords({ elapsedMs: 1 })).toBeUndefined();
  expect(failureInWords({ elapsedMs: 1, errorCode: 'CANCELLED' })).toBe('Cancelled');
  expect(failureInWords({ elapsedMs: 1, errorCode: 'THROTTLED' })).toBe('Failed: THROTTLED');
  expect(['PutItem', 'Scan', 'TransactWriteItems'].map(kindInWords)).toEqual([
    'Put',
    'Scan',
    'TransactWrite',
  ]);
});
