import { describe, expect, it } from 'vitest';
import { checkBulkAct, judgeItem, writeUnits } from './bulk-act.ts';
import type { BulkAct, BulkVerdict } from './bulk-act.ts';
import { buildBulkWrite, isDone } from './bulk-write.ts';

const schema = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'N' },
} as const;
const key = { pk: { S: 'a' }, sk: { N: '1' } };
const take = { kind: 'delete-elements', name: 'tags', value: { SS: ['x'] } } as const;

describe('what an act does to an item', () => {
  it.each<[string, BulkAct, object, BulkVerdict]>([
    [
      'sets what is missing',
      { kind: 'set', name: 'a', value: { N: '1' } },
      {},
      { kind: 'change', edited: { ...key, a: { N: '1' } } },
    ],
    [
      'leaves an equal number',
      { kind: 'set', name: 'a', value: { N: '1.0' } },
      { a: { N: '1' } },
      { kind: 'unchanged' },
    ],
    ['leaves what is missing', { kind: 'remove', name: 'a' }, {}, { kind: 'unchanged' }],
    [
      'removes any name',
      { kind: 'remove', name: '__proto__' },
      JSON.parse('{"__proto__":{"S":"x"}}') as object,
      { kind: 'change', edited: key },
    ],
    [
      'takes elements',
      take,
      { tags: { SS: ['x', 'y'] } },
      { kind: 'change', edited: { ...key, tags: { SS: ['y'] } } },
    ],
    [
      'takes the last element with its set',
      take,
      { tags: { SS: ['x'] } },
      { kind: 'change', edited: key },
    ],
    ['has no elements to take', take, { tags: { SS: ['y'] } }, { kind: 'unchanged' }],
    ['has no set to take from', take, {}, { kind: 'unchanged' }],
    [
      'cannot take elements of another type',
      take,
      { tags: { NS: ['1'] } },
      { kind: 'impossible', reason: '"tags" is a Number set, not a String set.' },
    ],
    ['deletes', { kind: 'delete' }, { a: { N: '1' } }, { kind: 'change', edited: undefined }],
  ])('%s', (_words, act, others, verdict) => {
    const item = Object.fromEntries([...Object.entries(key), ...Object.entries(others)]);
    expect(judgeItem(item, act, schema)).toEqual(verdict);
  });

  it('is not to be done to keys', () => {
    expect(checkBulkAct({ kind: 'remove', name: 'sk' }, schema)).toBe(
      '"sk" is the sort key, and the key of an item cannot be changed. Choose another attribute.',
    );
    expect(checkBulkAct({ kind: 'remove', name: '' }, schema)).toBe(
      'Give the name of the attribute to change.',
    );
    expect(checkBulkAct({ kind: 'remove', name: 'a' }, schema)).toBeUndefined();
  });
});

it('writes under the condition of what was read, and sends no more than that', () => {
  const part = { ...key, a: { S: 'old' } };
  expect(buildBulkWrite('T', schema, part, { kind: 'remove', name: 'a' })).toMatchObject({
    operation: 'UpdateItem',
    request: {
      Key: key,
      UpdateExpression: 'REMOVE #a',
      ConditionExpression: 'attribute_exists(#pk) AND #a = :a',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  });
  const set = { kind: 'set', name: 'a', value: { S: 'new' } } as const;
  expect(buildBulkWrite('T', schema, key, set)).toMatchObject({
    request: { ConditionExpression: 'attribute_exists(#pk) AND attribute_not_exists(#a)' },
  });
  expect(buildBulkWrite('T', schema, part, { kind: 'delete' })).toMatchObject({
    operation: 'DeleteItem',
    request: { Key: key, ConditionExpression: 'attribute_exists(#pk) AND #a = :a' },
  });
});

it('knows an item that is as it shall be', () => {
  const remove = { kind: 'remove', name: 'a' } as const;
  const part = { ...key, a: { S: 'x' } };
  expect(isDone(part, remove, key)).toBe(true);
  expect(isDone(part, remove, part)).toBe(false);
  expect(isDone(part, remove, undefined)).toBe(false);
  expect(isDone(part, { kind: 'delete' }, undefined)).toBe(true);
  expect(isDone({ ...key, tags: { SS: ['x'] } }, take, key)).toBe(true);
});

it('counts a unit for each KB of the larger item', () => {
  expect(writeUnits(key, undefined)).toBe(1);
  expect(writeUnits({ ...key, a: { S: 'x'.repeat(1_024) } }, key)).toBe(2);
  expect(writeUnits(key, { ...key, a: { S: 'x'.repeat(2_048) } })).toBe(3);
});
