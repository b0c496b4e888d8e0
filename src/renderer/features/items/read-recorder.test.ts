import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { initialForm } from '../query/query-form.ts';
import type { Read } from '../query/read.ts';
import { initialResult } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import { createReadRecorder } from './read-recorder.ts';

const readOf = (request: string): Read => ({
  operation: 'Scan',
  request,
  index: undefined,
  itemCount: undefined,
  surelyHas: () => false,
});
const progressOf = (rowCount: number): ResultSetProgress => ({
  rowCount,
  scannedCount: rowCount * 2,
  pageCount: 1,
  consumedCapacity: rowCount / 2,
  elapsedMs: 10,
  complete: false,
  budgetSpent: false,
  segments: 1,
  memoryBytes: 0,
  fileBytes: 0,
  attributes: [],
});

/** A recorder over a result set whose runs end as told, and what it keeps. */
function stage(runs: (read: Read) => Partial<ResultState>) {
  const kept: object[] = [];
  const method = async (input: object) => {
    kept.push(input);
    return { id: kept.length };
  };
  const client = { library: { record: method, amend: method } } as unknown as SortkeyClient;
  const store = createStore<ResultState>(() => initialResult);
  const run = async (read: Read) => {
    store.setState({ reading: 'result', error: undefined });
    store.setState({ reading: undefined, ...runs(read) });
  };
  const connection = { id: 'c1', name: 'Live' };
  const recorder = createReadRecorder({
    resultSet: { store, run },
    client,
    connection,
    now: () => 1_000,
  });
  return { kept, store, recorder };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
const form = { ...initialForm, limit: '5' };
const read = readOf('{"TableName":"Books","Limit":5}');

it('keeps a read that was run, and what was read of it later', async () => {
  const { kept, store, recorder } = stage((shown) => ({ read: shown, progress: progressOf(5) }));
  await recorder.run(form, read);
  expect(kept).toMatchObject([
    {
      startedAt: 1_000,
      request: { kind: 'Scan', connectionName: 'Live', tableName: 'Books', words: 'limit 5' },
      outcome: { rowCount: 5, scannedCount: 10, capacity: 2.5, elapsedMs: 10 },
    },
  ]);
  store.setState({ reading: 'all' });
  store.setState({ reading: undefined, progress: progressOf(80) });
  await settled();
  expect(kept.slice(1)).toEqual([
    { id: 1, outcome: { ...progressPart(80), errorCode: undefined } },
  ]);
});

function progressPart(rowCount: number) {
  return { elapsedMs: 10, rowCount, scannedCount: rowCount * 2, capacity: rowCount / 2 };
}

it('keeps what failed with its code, and what was given up as cancelled', async () => {
  const failed = stage(() => ({ error: new SortkeyError('THROTTLED', 'Too fast.') }));
  await failed.recorder.run(form, read);
  expect(failed.kept).toMatchObject([{ outcome: { errorCode: 'THROTTLED' } }]);

  const replaced = stage(() => ({ read: readOf('{}'), reading: 'result' }));
  await replaced.recorder.run(form, read);
  expect(replaced.kept).toMatchObject([{ outcome: { errorCode: 'CANCELLED', elapsedMs: 0 } }]);
});

it('keeps what came by itself only once all of it is read', async () => {
  const { kept, store } = stage(() => ({}));
  store.setState({ read, progress: progressOf(5) });
  store.setState({ reading: 'page' });
  store.setState({ reading: undefined, progress: progressOf(10) });
  await settled();
  expect(kept).toEqual([]);
  store.setState({ reading: 'all' });
  store.setState({ reading: undefined, progress: progressOf(80) });
  await settled();
  expect(kept).toMatchObject([{ startedAt: 990, outcome: { rowCount: 80 } }]);
});
