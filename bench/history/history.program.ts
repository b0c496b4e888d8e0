import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibraryService } from '../../src/main/services/library/library-service.ts';
import { median } from '../figure.ts';
import { programInput, programOutput } from '../program.ts';

/** Medians in milliseconds. */
export type HistoryOutcome = {
  readonly fileBytes: number;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly firstSearchMs: number;
  readonly searchMs: number;
  readonly recordMs: number;
  readonly found: number;
};

const { runs, rounds } = programInput() as { runs: number; rounds: number };
const folder = await mkdtemp(join(tmpdir(), 'sortkey-bench-'));

const runOf = (number: number) => ({
  startedAt: 1_790_000_000_000 + number * 60_000,
  request: {
    kind: number % 3 === 0 ? 'UpdateItem' : 'Query',
    connectionId: 'sandbox',
    connectionName: 'Sandbox',
    tableName: `Orders-${number % 12}`,
    indexName: 'by-customer',
    words: `customer = "customer#${number}" AND placedAt BETWEEN "2026-01-01" AND "2026-11-23" · where total > ${number}`,
    form: JSON.stringify({
      kind: 'Query',
      indexName: 'by-customer',
      partitionKeyValue: `customer#${number}`,
      sortKeyOperator: 'BETWEEN',
      sortKeyValue: '2026-01-01',
      sortKeyValueTo: '2026-11-23',
      descending: true,
      limit: '',
      consistentRead: false,
      filters: [{ id: 1, path: 'total', operator: '>', values: [{ N: String(number) }] }],
    }),
  },
  outcome: { elapsedMs: 14, rowCount: 20, scannedCount: 25, capacity: 2.5 },
});

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

const first = { text: '', limit: 200 };
const search = { text: `orders customer#${Math.floor(runs / 2)}`, limit: 200 };
const recordTimes: number[] = [];
const filling = createLibraryService({ dataFolder: folder });
for (let number = 0; number < runs; number += 1)
  recordTimes.push(await timed(() => filling.record(runOf(number))));

const times: Record<'cold' | 'warm' | 'firstSearch' | 'search', number[]> = {
  cold: [],
  warm: [],
  firstSearch: [],
  search: [],
};
let found = 0;
for (let round = 0; round < rounds; round += 1) {
  const service = createLibraryService({ dataFolder: folder });
  times.cold.push(await timed(() => service.list(first)));
  times.warm.push(await timed(() => service.list(first)));
  times.firstSearch.push(await timed(() => service.list(search)));
  times.search.push(await timed(() => service.list(search)));
  found = (await service.list(search)).total;
}
const outcome: HistoryOutcome = {
  fileBytes: (await stat(join(folder, 'history.jsonl'))).size,
  coldMs: median(times.cold),
  warmMs: median(times.warm),
  firstSearchMs: median(times.firstSearch),
  searchMs: median(times.search),
  recordMs: median(recordTimes),
  found,
};
await rm(folder, { recursive: true });
programOutput(outcome);
