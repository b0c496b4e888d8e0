import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './attribute-value.ts';
import { checkItem } from './check-item.ts';
import { arbitraryItem } from './testing/arbitrary-item.ts';

const table = {
  partitionKey: { name: 'pk', type: 'S' },
  indexes: [{ name: 'by-year', partitionKey: { name: 'year', type: 'N' } }],
} as const;

function ofText(length: number): Item {
  return { pk: { S: 'a' }, text: { S: 'x'.repeat(length) } };
}

describe('checkItem', () => {
  it('takes every storable item that has its key', () => {
    fc.assert(
      fc.property(arbitraryItem({ storable: true }), (item) => {
        expect(checkItem({ ...item, pk: { S: 'a' } }, table)).toBeUndefined();
      }),
    );
  });

  it('takes an item of exactly 400 KB and refuses one byte more', () => {
    expect(checkItem(ofText(409_593), table)).toBeUndefined();
    expect(checkItem(ofText(409_594), table)).toBe(
      'The item is 409,601 bytes large; DynamoDB takes at most 409,600 (400 KB).',
    );
  });

  it.each<[string, Item, string]>([
    ['no key', {}, 'The item has no partition key "pk" (String).'],
    [
      'a wrong index key',
      { pk: { S: 'a' }, year: { S: '1' } },
      'The partition key "year" of the index by-year must be a Number, but it is a String.',
    ],
    [
      'half a character',
      { pk: { S: 'a' }, info: { M: { list: { L: [{ S: 'ok' }, { S: 'x\ud83d' }] } } } },
      'The text of info.list[1] holds half a character (a lone surrogate), which cannot be stored.',
    ],
    [
      'half a character in a set',
      { pk: { S: 'a' }, tags: { SS: ['\ude00'] } },
      'The text of tags holds half a character (a lone surrogate), which cannot be stored.',
    ],
    [
      'half a character in a name',
      { pk: { S: 'a' }, 'x\ud83d': { BOOL: true } },
      'The text of "x\\ud83d" holds half a character (a lone surrogate), which cannot be stored.',
    ],
  ])('refuses %s in words', (_, item, reason) => {
    expect(checkItem(item, table)).toBe(reason);
  });
});
