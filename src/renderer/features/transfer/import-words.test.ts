import { describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../../contract/transfer.ts';
import { duration, importPace, rejectedText, resultText, whyNotImport } from './import-words.ts';

const progress: ImportProgress = {
  bytesRead: 10,
  bytesTotal: 100,
  rowsRead: 50,
  rowsWritten: 40,
  rejectedCount: 10,
  rejected: [],
  retries: 0,
  elapsedMs: 1000,
  complete: false,
};

describe('the words of an import', () => {
  it('counts what went in and what did not', () => {
    expect(resultText('complete', { rowsWritten: 6, rejectedCount: 1 })).toBe(
      '6 items imported, 1 row rejected',
    );
    expect(resultText('complete', { rowsWritten: 1, rejectedCount: 0 })).toBe('1 item imported');
    expect(resultText('complete', { rowsWritten: 1250, rejectedCount: 20 })).toBe(
      '1,250 items imported, 20 rows rejected',
    );
    expect(resultText('cancelled', { rowsWritten: 25, rejectedCount: 0 })).toBe(
      'Cancelled: at least 25 items imported',
    );
    expect(resultText('failed', undefined)).toBe('Stopped by an error: 0 items imported');
  });

  it('gives times that people can read', () => {
    expect([14.2, 2500, 42_400, 200_000].map(duration)).toEqual([
      '14 ms',
      '2.5 s',
      '42 s',
      '3 min 20 s',
    ]);
  });

  it('says why there is nothing to start', () => {
    const open = { guard: 'open', name: 'Sandbox' } as const;
    const active = { status: 'ACTIVE', tableName: 'Books' };
    const preview = { rowCount: 7, rejectedCount: 1 };
    expect(whyNotImport(preview, open, active)).toBeUndefined();
    expect(whyNotImport({ rowCount: 0, rejectedCount: 0 }, open, active)).toBe(
      'The file has no rows.',
    );
    expect(whyNotImport({ rowCount: 2, rejectedCount: 2 }, open, active)).toBe(
      'No row of this file can go in.',
    );
    expect(whyNotImport(preview, { guard: 'read-only', name: 'Live' }, active)).toBe(
      'Live is a read-only connection.',
    );
    expect(whyNotImport(preview, open, { status: 'CREATING', tableName: 'Books' })).toBe(
      'Books is creating; wait until it is active.',
    );
  });

  it('tells how far an import is and how long it will take', () => {
    expect(importPace(undefined, 100).fraction).toBe(0);
    expect(importPace(progress, 100)).toEqual({ fraction: 0.5, rate: 50, millisecondsLeft: 1000 });
    expect(importPace({ ...progress, elapsedMs: 10 }, 100).rate).toBeUndefined();
    expect(importPace({ ...progress, complete: true }, 100)).toEqual({
      fraction: 1,
      rate: 50,
      millisecondsLeft: undefined,
    });
  });

  it('copies rejected rows as a table', () => {
    expect(rejectedText([{ row: 7, line: 44, reason: 'book_id is missing' }])).toBe(
      'Row\tLine\tReason\n7\t44\tbook_id is missing',
    );
  });
});
