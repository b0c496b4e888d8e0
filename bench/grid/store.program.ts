import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openResultStores } from '../../src/main/services/query/store/result-stores.ts';
import { ownCpuMs } from '../cpu.ts';
import { median } from '../figure.ts';
import { programInput, programOutput } from '../program.ts';
import { itemsInPage, pageText } from './items.ts';

/** What the store of results was measured at; times in milliseconds. */
export type StoreOutcome = {
  readonly textBytes: number;
  readonly appendMs: number;
  readonly parseMs: number;
  /** What the rows hold of this process's memory. */
  readonly rowsBytes: number;
  readonly work: readonly {
    readonly name: string;
    readonly ms: number;
    readonly cpuMs: number;
    readonly found: number;
    /** The longest that others had to wait, in CPU time of this process. */
    readonly longestTurnMs: number;
  }[];
};

const { rows, rounds } = programInput() as { rows: number; rounds: number };
const folder = await mkdtemp(join(tmpdir(), 'sortkey-bench-'));
const store = (await openResultStores({ folder })).create();

globalThis.gc?.();
const before = heldBytes();
const appendTimes: number[] = [];
const parseTimes: number[] = [];
let textBytes = 0;
for (let first = 0; first < rows; first += itemsInPage) {
  const body = Buffer.from(pageText(first, Math.min(itemsInPage, rows - first), false));
  textBytes += body.length;
  parseTimes.push(
    await timed(() => {
      JSON.parse(body.toString('utf8'));
    }),
  );
  appendTimes.push(await timed(() => store.append(body).kept));
}
globalThis.gc?.();
const rowsBytes = heldBytes() - before;

function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Watches how long others wait for their turn while something runs. */
async function watch(run: () => Promise<number>) {
  let running = true;
  let longestTurnMs = 0;
  let last = ownCpuMs();
  const turn = () => {
    const now = ownCpuMs();
    longestTurnMs = Math.max(longestTurnMs, now - last);
    last = now;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  const [started, cpu] = [performance.now(), ownCpuMs()];
  const found = await run();
  running = false;
  return { ms: performance.now() - started, cpuMs: ownCpuMs() - cpu, found, longestTurnMs };
}

const sort = (name: string) => async () => (await store.sort({ name, descending: false })).length;
const find = (text: string, matchCase: boolean) => async () =>
  (await store.find({ text, matchCase })).places.length;

const jobs: readonly (readonly [string, () => Promise<number>])[] = [
  ['sort by a number', sort('placedAt')],
  ['sort by the partition key', sort('pk')],
  ['sort by the sort key', sort('sk')],
  ['sort by a word of six', sort('state')],
  ['sort by long text', sort('note')],
  ['find what one row holds', find('order#000012345', false)],
  ['find what few rows hold', find('DOG is friendly DOG', false)],
  ['find what one row in eight holds', find('kraków', false)],
  ['find what every row holds', find('customer', false)],
  [
    'filter by a number',
    async () => {
      const test = { kind: 'equals', value: { N: '5.25' } } as const;
      return (await store.filter({ name: 'total', test, negated: false })).length;
    },
  ],
];

const work: StoreOutcome['work'][number][] = [];
for (const [name, run] of jobs) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await watch(run));
  work.push({
    name,
    ms: median(runs.map(({ ms }) => ms)),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    found: runs[0]?.found ?? 0,
    longestTurnMs: Math.max(...runs.map(({ longestTurnMs }) => longestTurnMs)),
  });
}
const outcome: StoreOutcome = {
  textBytes,
  appendMs: sum(appendTimes),
  parseMs: sum(parseTimes),
  rowsBytes,
  work,
};
await store.dispose();
await rm(folder, { recursive: true });
programOutput(outcome);

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
