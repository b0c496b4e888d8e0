import type { Stage, StagedChange } from './staged-change.ts';

/** What is over the base: undefined where the base's change is taken back. */
type Layers = {
  readonly base: ReadonlyMap<string, StagedChange>;
  readonly over: ReadonlyMap<string, StagedChange | undefined>;
};

/** So many rows may stand over the base before both become one; of a large base, more. */
const smallestOver = 64;

const layersOf = new WeakMap<Stage, Layers>();

function* entriesOf({ base, over }: Layers): MapIterator<[string, StagedChange]> {
  for (const [rowKey, known] of base) {
    const change = over.has(rowKey) ? over.get(rowKey) : known;
    if (change !== undefined) yield [rowKey, change];
  }
  for (const [rowKey, change] of over)
    if (change !== undefined && !base.has(rowKey)) yield [rowKey, change];
  return undefined;
}

function* mapped<Part>(
  layers: Layers,
  part: (entry: [string, StagedChange]) => Part,
): MapIterator<Part> {
  for (const entry of entriesOf(layers)) yield part(entry);
  return undefined;
}

/** Both layers as one map. */
function layered(layers: Layers, size: number): Stage {
  const { base, over } = layers;
  const stage: Stage = {
    size,
    get: (rowKey) => (over.has(rowKey) ? over.get(rowKey) : base.get(rowKey)),
    has: (rowKey) => (over.has(rowKey) ? over.get(rowKey) !== undefined : base.has(rowKey)),
    entries: () => entriesOf(layers),
    keys: () => mapped(layers, ([rowKey]) => rowKey),
    values: () => mapped(layers, ([, change]) => change),
    forEach: (call) => {
      for (const [rowKey, change] of entriesOf(layers)) call(change, rowKey, stage);
    },
    [Symbol.iterator]: () => entriesOf(layers),
  };
  layersOf.set(stage, layers);
  return stage;
}

/**
 * A stage with changes for some rows, or without any where undefined. The stage of before stays as
 * it is. A large one is not copied for each change: what is changed stands over it, until that is
 * many rows. A row that is taken back and staged again meanwhile keeps its place.
 */
export function withRows(
  stage: Stage,
  rows: Iterable<readonly [rowKey: string, change: StagedChange | undefined]>,
): Stage {
  const { base, over } = layersOf.get(stage) ?? { base: stage, over: new Map() };
  const next = new Map(over);
  let { size } = stage;
  for (const [rowKey, change] of rows) {
    const known = next.has(rowKey) ? next.get(rowKey) : base.get(rowKey);
    size += Number(change !== undefined) - Number(known !== undefined);
    next.set(rowKey, change);
  }
  const layers = { base, over: next };
  const few = next.size <= Math.max(smallestOver, 4 * Math.sqrt(base.size));
  return few ? layered(layers, size) : new Map(entriesOf(layers));
}
