import type { ColumnLayout } from '../../../contract/workspace.ts';

const restMs = 400;

/**
 * Writes a layout once it has rested for a moment: a column that is dragged through the grid is not
 * written at each step. `flush` writes at once what still waits.
 */
export function createLayoutKeeper(
  write: (layout: ColumnLayout) => Promise<unknown>,
  onError: (error: unknown) => void,
) {
  let waiting: ColumnLayout | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const layout = waiting;
    waiting = undefined;
    write(layout).catch(onError);
  };
  const keep = (layout: ColumnLayout) => {
    waiting = layout;
    clearTimeout(timer);
    timer = setTimeout(flush, restMs);
  };
  return { keep, flush };
}
