import { describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import {
  changesInWords,
  emptyStage,
  inOrder,
  newRowKey,
  rebase,
  stageAttribute,
  stageDeletion,
  unstage,
  withAttribute,
  withDeletion,
  withItem,
} from './staged-change.ts';

const item: Item = { id: { S: 'a' }, price: { N: '9.99' }, tags: { SS: ['x', 'y'] } };

describe('staging an attribute', () => {
  it('keeps the item as it was read beside the item as it shall be', () => {
    const once = stageAttribute(emptyStage, 'a', item, 'price', { N: '12' });
    const twice = stageAttribute(once, 'a', item, 'title', { S: 'T' });
    expect(twice.get('a')).toEqual({
      rowKey: 'a',
      original: item,
      edited: { ...item, price: { N: '12' }, title: { S: 'T' } },
    });
    expect(emptyStage.size).toBe(0);
  });

  it('has nothing left once everything is as it was', () => {
    const edited = stageAttribute(emptyStage, 'a', item, 'tags', { SS: ['z'] });
    expect(stageAttribute(edited, 'a', item, 'tags', { SS: ['y', 'x'] }).size).toBe(0);
    const removed = stageAttribute(emptyStage, 'a', item, 'price', undefined);
    expect(removed.get('a')?.edited).toEqual({ id: item.id, tags: item.tags });
    expect(stageAttribute(removed, 'a', item, 'price', { N: '9.990' }).size).toBe(0);
  });

  it('is based on what is shown of an attribute that others changed since another one was edited', () => {
    const once = stageAttribute(emptyStage, 'a', item, 'price', { N: '12' });
    const now: Item = { ...item, price: { N: '1' }, tags: { SS: ['z'] } };
    const twice = stageAttribute(once, 'a', now, 'tags', { SS: ['x', 'y'] });
    // The price that others changed is hidden by the edit: it has to stay a conflict.
    expect(twice.get('a')).toEqual({
      rowKey: 'a',
      original: { ...item, tags: { SS: ['z'] } },
      edited: { ...item, price: { N: '12' } },
    });
  });

  it('treats no name as special', () => {
    const staged = stageAttribute(emptyStage, 'a', item, '__proto__', { S: 'x' });
    expect(Object.entries(staged.get('a')?.edited ?? {})).toContainEqual(['__proto__', { S: 'x' }]);
  });
});

it('counts in words', () => {
  expect([0, 1, 3, 12_000].map(changesInWords)).toEqual([
    '0 changes',
    '1 change',
    '3 changes',
    '12,000 changes',
  ]);
});

it('takes back one change', () => {
  const stage = stageDeletion(stageDeletion(emptyStage, 'b', item), 'c', item);
  expect([...unstage(stage, 'b').keys()]).toEqual(['c']);
  expect(unstage(stage, 'x')).toBe(stage);
});

describe('a new row', () => {
  const rowKey = newRowKey();
  const row = { rowKey, item: undefined, staged: undefined };

  it('is edited like any other, and is gone once it is deleted', () => {
    const made = withItem(row, item);
    expect(made).toEqual({ rowKey, original: undefined, edited: item });
    const renamed = withAttribute({ ...row, staged: made }, 'id', { S: 'b' });
    expect(renamed).toEqual({ rowKey, original: undefined, edited: { ...item, id: { S: 'b' } } });
    expect(withDeletion({ ...row, staged: renamed })).toBeUndefined();
  });

  it('comes in the order of its making, also after an undo', () => {
    const [first, second, third] = [newRowKey(), newRowKey(), newRowKey()];
    const changes = [third, first, second].map((key) => ({
      rowKey: key,
      original: undefined,
      edited: item,
    }));
    expect(inOrder(changes).map((one) => one.rowKey)).toEqual([first, second, third]);
  });
});

it('deletes what was read, not what was edited', () => {
  const edited = stageAttribute(emptyStage, 'a', item, 'price', { N: '1' });
  const shown = { ...item, price: { N: '1' } };
  expect(stageDeletion(edited, 'a', shown).get('a')).toEqual({
    rowKey: 'a',
    original: item,
    edited: undefined,
  });
});

describe('rebase', () => {
  it('carries over just what was changed', () => {
    const [change] = stageAttribute(
      stageAttribute(emptyStage, 'a', item, 'price', { N: '1' }),
      'a',
      item,
      'tags',
      undefined,
    ).values();
    const theirs: Item = {
      id: { S: 'a' },
      price: { N: '5' },
      tags: { SS: ['q'] },
      new: { S: 'n' },
    };
    if (change === undefined) throw new Error('nothing staged');
    expect(rebase(change, theirs)).toEqual({
      rowKey: 'a',
      original: theirs,
      edited: { id: { S: 'a' }, price: { N: '1' }, new: { S: 'n' } },
    });
  });
});
