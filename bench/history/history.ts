import { makeFigure } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../main.ts';
import { runProgram } from '../program.ts';
import type { HistoryOutcome } from './history.program.ts';

/** The history of what was run: opened from the disk, opened again, searched, added to. */
export async function* history({ quick, say }: BenchOptions): AsyncGenerator<Figure> {
  const runs = quick ? 1_000 : 10_000;
  say(`${runs} runs in the history`);
  const outcome = await runProgram<HistoryOutcome>('history/history', { runs, rounds: 7 });
  say(`${(outcome.fileBytes / 1e6).toFixed(1)} MB on the disk, ${outcome.found} runs found`);
  const figure = (name: string, value: number, goal?: number) =>
    makeFigure({
      name: `${name}, ${runs} runs`,
      unit: 'ms',
      value,
      smallerIsBetter: true,
      ...(goal === undefined ? {} : { goal }),
    });
  yield figure('open the history from the disk', outcome.coldMs, 100);
  yield figure('open the history again', outcome.warmMs, 100);
  yield figure('search the history first', outcome.firstSearchMs, 100);
  yield figure('search the history again', outcome.searchMs, 100);
  yield figure('keep one more run', outcome.recordMs);
}
