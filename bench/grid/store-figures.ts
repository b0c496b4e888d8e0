import { makeFigure } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../main.ts';
import { runProgram } from '../program.ts';
import type { StoreOutcome } from './store.program.ts';

const megabyte = 1e6;

/** The store of results alone: what is put into it, what it costs, and what is done with it. */
export async function* storeFigures({ quick, say }: BenchOptions): AsyncGenerator<Figure> {
  const rows = quick ? 100_000 : 1_000_000;
  say(`${rows} rows in the store of results`);
  const outcome = await runProgram<StoreOutcome>('grid/store', { rows, rounds: 3 });
  const { textBytes, appendMs, parseMs, rowsBytes, work } = outcome;
  yield makeFigure({
    name: 'append pages',
    unit: 'MB/s',
    value: textBytes / megabyte / (appendMs / 1_000),
    smallerIsBetter: false,
    compared: {
      with: 'JSON.parse of the same pages',
      value: textBytes / megabyte / (parseMs / 1_000),
    },
  });
  yield makeFigure({
    name: 'memory of a row',
    unit: 'bytes',
    value: rowsBytes / rows,
    smallerIsBetter: true,
    compared: { with: 'its text as it came', value: textBytes / rows },
  });
  for (const { name, ms, cpuMs, found, longestTurnMs } of work) {
    say(
      `${name}: ${found} rows, ${cpuMs.toFixed(0)} ms of CPU, longest turn ${longestTurnMs.toFixed(0)} ms`,
    );
    const goal = name.startsWith('sort') ? { goal: 2 } : {};
    const value = ms / 1_000;
    yield makeFigure({
      name: `${name}, ${rows} rows`,
      unit: 's',
      value,
      smallerIsBetter: true,
      ...goal,
    });
  }
  yield makeFigure({
    name: 'longest turn of the event loop while sorting or finding',
    unit: 'ms',
    value: Math.max(...work.map(({ longestTurnMs }) => longestTurnMs)),
    smallerIsBetter: true,
    goal: 50,
  });
}
