import { useMemo, useState } from 'react';
import { keepOrder, orderByUse } from './column-order.ts';
import type { SeenAttribute } from './columns.ts';

/** How far the reading is, as the order of the columns follows it. */
export type ReadingState = {
  /** Another number for each other read whose rows are shown. */
  readonly run: number;
  /** What is being read; undefined while nothing is. */
  readonly reading: unknown;
  /** Undefined until the first rows are here. */
  readonly progress: unknown;
};

type Kept = { readonly run: number; readonly settled: boolean; readonly names: readonly string[] };

/**
 * The attributes in the order in which the grid shows those that nobody moved. It is decided when a
 * run shows its first rows and once more when they are all here; after that what was seen keeps its
 * place, however many rows come.
 */
export function useAttributeOrder(
  { run, reading, progress }: ReadingState,
  seen: readonly SeenAttribute[],
): readonly SeenAttribute[] {
  const settled = reading === undefined && progress !== undefined;
  const [kept, setKept] = useState<Kept>(() => ({ run, settled, names: orderByUse(seen) }));
  const sameRun = kept.run === run;
  const keeps = sameRun && (kept.settled || !settled);
  const names = keeps ? keepOrder(kept.names, seen) : orderByUse(seen);
  if (!keeps || names !== kept.names)
    setKept({ run, settled: settled || (sameRun && kept.settled), names });
  return useMemo(() => {
    const byName = new Map(seen.map((attribute) => [attribute.name, attribute]));
    return kept.names.flatMap((name) => byName.get(name) ?? []);
  }, [kept.names, seen]);
}
