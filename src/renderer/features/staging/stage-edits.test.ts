import { describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import type { GridRowSource } from '../grid/grid-source.ts';
import { copiesOf, deletionsOf, editsOf, movesIn } from './stage-edits.ts';
import { applyStep, stepOf } from './stage-step.ts';
import { emptyStage } from './staged-change.ts';
import type { Stage } from './staged-change.ts';

const item: Item = { id: { S: 'a' }, price: { N: '1' } };
const row: GridRowSource = { rowKey: 'a', item, original: item, staged: undefined };
const fresh: GridRowSource = { rowKey: 'new:1', item, original: undefined, staged: 'new' };
const keyOf = ({ id }: Item) => (id !== undefined && 'S' in id ? id.S : '');
const after = (stage: Stage, patch: Parameters<typeof stepOf>[1]) =>
  applyStep(stage, stepOf(stage, patch));
const staged = new Map([['new:1', { rowKey: 'new:1', original: undefined, edited: item }]]);

describe('edits of cells', () => {
  it('of one row come together, in one step', () => {
    const stage = after(
      emptyStage,
      editsOf(emptyStage, [
        { row, name: 'price', value: { N: '2' } },
        { row, name: '__proto__', value: { S: 'x' } },
        { row, name: 'price', value: undefined },
      ]),
    );
    const { edited } = stage.get('a') ?? {};
    expect(Object.entries(edited ?? {})).toEqual([
      ['id', { S: 'a' }],
      ['__proto__', { S: 'x' }],
    ]);
  });

  it('make a new row another one, and leave one that shall be deleted as it is', () => {
    const changes = [{ row: fresh, name: 'id', value: { S: 'b' } }];
    expect(after(staged, editsOf(staged, changes)).get('new:1')?.edited).toEqual({
      ...item,
      id: { S: 'b' },
    });
    const deleted = after(emptyStage, deletionsOf(emptyStage, [{ rowKey: 'a', item }]));
    const edit = editsOf(deleted, [{ row, name: 'price', value: { N: '2' } }]);
    expect(after(deleted, edit)).toEqual(deleted);
  });
});

/** How many of the edits of the row's key are moves. */
const moves = (stage: Stage, one: GridRowSource, id: string) =>
  movesIn(stage, [{ row: one, name: 'id', value: { S: id } }], ['id'], keyOf).length;

describe('another key', () => {
  it('moves an item that is there, once', () => {
    expect(moves(emptyStage, row, 'b')).toBe(1);
    expect(moves(emptyStage, row, 'a')).toBe(0);
    expect(moves(staged, fresh, 'b')).toBe(0);
    const moved = after(emptyStage, editsOf(emptyStage, [{ row, name: 'id', value: { S: 'b' } }]));
    expect(moves(moved, row, 'c')).toBe(0);
  });
});

describe('deletions', () => {
  it('give up new rows, and do nothing to what is not known', () => {
    const patch = deletionsOf(staged, [
      { rowKey: 'a', item },
      { rowKey: 'new:1', item: undefined },
      { rowKey: 'gone', item: undefined },
    ]);
    expect([...after(staged, patch).values()]).toEqual([
      { rowKey: 'a', original: item, edited: undefined },
    ]);
  });
});

describe('copies', () => {
  it('are new rows that know what they are of', () => {
    const patch = copiesOf(emptyStage, [
      { rowKey: 'a', item },
      { rowKey: 'gone', item: undefined },
    ]);
    expect(patch).toEqual([
      [
        expect.stringMatching(/^new:/),
        { rowKey: expect.stringMatching(/^new:/), original: undefined, edited: item, copyOf: 'a' },
      ],
    ]);
    const [key] = patch[0] ?? [''];
    const [again] = copiesOf(new Map(patch), [{ rowKey: key, item }]);
    expect(again?.[1].copyOf).toBe('a');
    expect(again?.[0]).not.toBe(key);
  });
});
