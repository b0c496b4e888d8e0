import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.ts';
import { figureLine } from './figure.ts';
import type { Figure } from './figure.ts';
import { grid } from './grid/grid.ts';
import { screenFigures } from './grid/screen-figures.ts';
import { history } from './history/history.ts';

export type BenchOptions = {
  /** A tenth of the size, in under a minute. */
  readonly quick: boolean;
  /** Says what is being done; no figure. */
  readonly say: (line: string) => void;
};

/** Measures, and gives each figure when it is known. */
export type Bench = (options: BenchOptions) => AsyncIterable<Figure>;

const benches: ReadonlyMap<string, Bench> = new Map([
  ['grid', grid],
  ['grid-screen', screenFigures],
  ['history', history],
]);

const usage = `npm run bench -- NAME [--quick] [--json FILE], where NAME is ${[...benches.keys()].join(', ')}`;

const say = (line: string) => process.stdout.write(`  ${line}\n`);

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
  });
  const bench = benches.get(positionals[0] ?? '');
  if (bench === undefined || positionals.length > 1) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  process.stdout.write(`${describeMachine()}\n`);
  const figures: Figure[] = [];
  for await (const figure of bench({ quick: values.quick, say })) {
    process.stdout.write(`${figureLine(figure)}\n`);
    figures.push(figure);
  }
  process.stdout.write(`${describeMachine()}\n`);
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
  return 0;
}

try {
  process.exitCode = await run();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
