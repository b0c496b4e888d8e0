import { describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import {
  changesInWords,
  countChanges,
  emptyStage,
  rebase,
  stageAttribute,
  stageDeletion,
  unstage,
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

  it('treats no name as special', () => {
    const staged = stageAttribute(emptyStage, 'a', item, '__proto__', { S: 'x' });
    expect(Object.entries(staged.get('a')?.edited ?? {})).toContainEqual(['__proto__', { S: 'x' }]);
  });
});

it('counts edits and deletions, in words', () => {
  const edited = stageAttribute(emptyStage, 'a', item, 'price', { N: '1' });
  const stage = stageDeletion(stageDeletion(edited, 'b', item), 'c', item);
  expect(countChanges(stage)).toEqual({ edited: 1, created: 0, deleted: 2 });
  expect(changesInWords(stage.size)).toBe('3 changes');
  expect(changesInWords(unstage(unstage(stage, 'b'), 'c').size)).toBe('1 change');
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
