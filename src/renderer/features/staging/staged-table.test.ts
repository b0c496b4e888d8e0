import {
  array,
  assert,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  constant,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { stepOf } from './stage-step.ts';
import type { StagePatch } from './stage-step.ts';
import { emptySummary, summaryAfter } from './stage-summary.ts';
import { nothingStaged, settle, take, turn } from './staged-table.ts';
import type { StagedTable } from './staged-table.ts';
import type { StagedChange } from './staged-change.ts';

const keys = ['a', 'b', 'c', 'new:1', 'new:2'] as const;
const original = (key: string): Item | undefined =>
  key.startsWith('new:') ? undefined : { id: { S: key } };
const change = (rowKey: string, name: string): StagedChange => ({
  rowKey,
  original: original(rowKey),
  edited: { id: { S: rowKey }, [name]: { S: 'x' } },
});

/** Anything that may be staged for a row: an edit, a deletion, or nothing any more. */
const rowPatch = constantFrom(...keys).chain((key) => {
  const edit = constantFrom('price', 'title', '__proto__').map((name) => change(key, name));
  const deletion = { rowKey: key, original: original(key), edited: undefined };
  return oneof(edit, constant(deletion), constant(undefined)).map((one) => [key, one] as const);
});
const patches = array(array(rowPatch, { maxLength: 4 }), { maxLength: 12 });

const plain = ({ stage }: StagedTable) =>
  [...stage.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
const stageOne = (table: StagedTable, patch: StagePatch) => take(table, stepOf(table.stage, patch));
/** Goes one step back or forth; the same table where there is none. */
const go = (table: StagedTable, way: 'undo' | 'redo') => turn(table, way)?.table ?? table;

describe('undo and redo', () => {
  it('lead back through every stage that there was, and forth again', () => {
    assert(
      property(patches, (steps) => {
        const stages = [nothingStaged];
        for (const patch of steps) {
          const before = stages.at(-1) ?? nothingStaged;
          const after = stageOne(before, patch);
          expect(after.history.pastRows).toBe(after.history.past.flat().length);
          if (after.history.past.length > before.history.past.length) stages.push(after);
        }
        let table = stages.at(-1) ?? nothingStaged;
        for (const stage of stages.toReversed()) {
          expect(plain(table)).toEqual(plain(stage));
          expect(table.newRows).toEqual(stage.newRows);
          table = go(table, 'undo');
        }
        expect(table.stage.size).toBe(0);
        for (const stage of stages) {
          expect(plain(table)).toEqual(plain(stage));
          table = go(table, 'redo');
        }
      }),
    );
  });

  it('know nothing more of rows that were written', () => {
    assert(
      property(patches, constantFrom(...keys), integer({ min: 0, max: 12 }), (steps, key, back) => {
        let table = steps.reduce(stageOne, nothingStaged);
        table = settle(table, stepOf(table.stage, [[key, undefined]]), [key]);
        for (let left = back; left > 0; left -= 1) {
          table = go(table, 'undo');
          expect(table.stage.has(key)).toBe(false);
        }
        for (let left = back; left > 0; left -= 1) {
          table = go(table, 'redo');
          expect(table.stage.has(key)).toBe(false);
        }
      }),
    );
  });

  it('begin another way forth with each new change', () => {
    const one = stageOne(nothingStaged, [['a', change('a', 'price')]]);
    const other = stageOne(go(one, 'undo'), [['b', change('b', 'title')]]);
    expect(turn(other, 'redo')).toBeUndefined();
    expect([...other.stage.keys()]).toEqual(['b']);
    expect(turn(nothingStaged, 'undo')).toBeUndefined();
  });

  it('remember ten thousand steps and no more, but always the last one', () => {
    let table = nothingStaged;
    for (let count = 0; count < 10_002; count += 1)
      table = stageOne(table, [['a', count % 2 === 0 ? change('a', 'price') : undefined]]);
    expect(table.history.past).toHaveLength(10_000);
    expect(go(table, 'undo').stage.size).toBe(1);
    const many = Array.from({ length: 200_001 }, (_, index) => `new:${index}`);
    const large = stageOne(
      table,
      many.map((key) => [key, change(key, 'price')] as const),
    );
    expect(large.history.past).toHaveLength(1);
    expect(go(large, 'undo').stage.size).toBe(0);
  });
});

describe('the summary of a stage', () => {
  it('is what counting all of it anew gives', () => {
    assert(
      property(
        record({ patches, back: integer({ min: 0, max: 6 }) }),
        ({ patches: steps, back }) => {
          let table = steps.reduce(stageOne, nothingStaged);
          for (let left = back; left > 0; left -= 1) table = go(table, 'undo');
          const anew = summaryAfter(emptySummary, stepOf(new Map(), table.stage));
          expect(table.summary).toEqual({ ...anew, names: expect.any(Array) });
          expect(table.summary.names.toSorted()).toEqual(anew.names.toSorted());
          const { edited, created, deleted } = table.summary;
          expect(edited + created + deleted).toBe(table.stage.size);
        },
      ),
    );
  });

  it('looks at the rows of a step alone, and keeps its names as long as they are the same', () => {
    let looked = 0;
    const watched = (rowKey: string): StagedChange => ({
      rowKey,
      original: original(rowKey),
      get edited() {
        looked += 1;
        return { id: { S: rowKey }, price: { N: '1' } };
      },
    });
    const rows = Array.from({ length: 10_000 }, (_, index) => `row${index}`);
    const full = stageOne(
      nothingStaged,
      rows.map((key) => [key, watched(key)] as const),
    );
    looked = 0;
    const once = stageOne(full, [['row7', watched('row7')]]);
    expect(looked).toBeLessThan(10);
    expect(once.summary.names).toBe(full.summary.names);
    expect(once.newRows).toBe(full.newRows);
    expect(stageOne(once, [['row7', change('row7', 'title')]]).summary.names).toEqual([
      'id',
      'price',
      'title',
    ]);
  });
});
