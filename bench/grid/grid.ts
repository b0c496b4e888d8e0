import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../main.ts';
import { replayFigures } from './replay-figures.ts';
import { sandboxFigures } from './sandbox-figures.ts';
import { screenFigures } from './screen-figures.ts';
import { storeFigures } from './store-figures.ts';

/** A grid for a million rows: reading them, keeping them, and working on them. */
export async function* grid(options: BenchOptions): AsyncGenerator<Figure> {
  yield* storeFigures(options);
  yield* replayFigures(options);
  yield* sandboxFigures(options);
  yield* screenFigures(options);
}
