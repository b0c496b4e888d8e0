import { array, assert, constant, constantFrom, integer, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRows } from './stage-map.ts';
import { emptyStage } from './staged-change.ts';
import type { Stage, StagedChange } from './staged-change.ts';

const change = (rowKey: string, price: number): StagedChange => ({
  rowKey,
  original: undefined,
  edited: { price: { N: String(price) } },
});
const anyKey = oneof(constantFrom('a', 'b', 'c'), integer({ min: 0, max: 120 }).map(String));
const anyRow = anyKey.chain((key) =>
  tuple(
    constant(key),
    oneof(
      constant(undefined),
      integer({ min: 0, max: 9 }).map((price) => change(key, price)),
    ),
  ),
);
const anyPatches = array(array(anyRow, { maxLength: 60 }), { maxLength: 8 });

/** The model: a map that is copied each time. */
function copied(
  stage: ReadonlyMap<string, StagedChange>,
  patch: readonly (readonly [string, StagedChange | undefined])[],
) {
  const next = new Map(stage);
  for (const [key, one] of patch)
    if (one === undefined) next.delete(key);
    else next.set(key, one);
  return next;
}

const sorted = (entries: Iterable<[string, StagedChange]>) =>
  [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('a stage that is not copied', () => {
  it('holds what a copied map holds, and leaves the stages of before as they are', () => {
    assert(
      property(anyPatches, (patches) => {
        const stages: [Stage, Map<string, StagedChange>][] = [[emptyStage, new Map()]];
        for (const patch of patches) {
          const [stage, model] = stages.at(-1) ?? [emptyStage, new Map()];
          stages.push([withRows(stage, patch), copied(model, patch)]);
        }
        for (const [stage, model] of stages) {
          expect(stage.size).toBe(model.size);
          expect(sorted(stage)).toEqual(sorted(model));
          expect(sorted(stage.entries())).toEqual(sorted(model));
          expect([...stage.keys()].toSorted()).toEqual([...model.keys()].toSorted());
          expect([...stage.values()]).toHaveLength(model.size);
          for (const key of ['a', 'b', '7', 'x']) {
            expect(stage.has(key)).toBe(model.has(key));
            expect(stage.get(key)).toEqual(model.get(key));
          }
          const called: [string, StagedChange][] = [];
          stage.forEach((one, key) => called.push([key, one]));
          expect(sorted(called)).toEqual(sorted(model));
        }
      }),
    );
  });

  it('copies a stage of ten thousand rows but once in hundreds of changes', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => String(row));
    let stage = withRows(
      emptyStage,
      rows.map((key) => [key, change(key, 0)] as const),
    );
    let copies = 0;
    for (let edit = 0; edit < 1_000; edit += 1) {
      stage = withRows(stage, [[String(edit), change(String(edit), 1)]]);
      if (stage instanceof Map) copies += 1;
    }
    expect(copies).toBe(2);
    expect(stage.size).toBe(10_000);
  });

  it('gives a row that comes back its place', () => {
    const stage = withRows(
      emptyStage,
      ['a', 'b', 'c'].map((key) => [key, change(key, 0)] as const),
    );
    const without = withRows(stage, [['a', undefined]]);
    const again = withRows(without, [['a', change('a', 1)]]);
    expect([...again.keys()]).toEqual(['a', 'b', 'c']);
  });
});
