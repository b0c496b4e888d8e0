import { describe, expect, it } from 'vitest';
import type { AttributeValue, Item } from './attribute-value.ts';
import { checkItemIndexKeys, checkItemKeys, describeKey, keyOf } from './keys.ts';
import type { KeySchema } from './table-schema.ts';

const schema: KeySchema = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: '__proto__', type: 'N' },
};

function item(pk?: AttributeValue, sk?: AttributeValue): Item {
  const entries: [string, AttributeValue][] = [['title', { S: 'x' }]];
  if (sk) entries.push(['__proto__', sk]);
  if (pk) entries.push(['pk', pk]);
  return Object.fromEntries(entries);
}

function ofBytes(length: number): Item {
  return { pk: { S: 'a' }, sk: { B: Buffer.alloc(length).toString('base64') } };
}

describe('checkItemKeys', () => {
  it.each([
    [item({ S: 'a' }, { N: '1' }), undefined],
    [item({ S: 'é'.repeat(1024) }, { N: '1' }), undefined],
    [item(undefined, { N: '1' }), 'The item has no partition key "pk" (String).'],
    [item({ S: 'a' }), 'The item has no sort key "__proto__" (Number).'],
    [item({ N: '1' }, { N: '1' }), 'The partition key "pk" must be a String, but it is a Number.'],
    [
      item({ S: 'a' }, { SS: ['1'] }),
      'The sort key "__proto__" must be a Number, but it is a String set.',
    ],
    [item({ S: '' }, { N: '0' }), 'The partition key "pk" is empty; a key needs a value.'],
    [
      item({ S: `${'é'.repeat(1024)}x` }, { N: '0' }),
      'The partition key "pk" is 2049 bytes long; at most 2048 are possible.',
    ],
  ])('of %j is %j', (candidate, expected) => {
    expect(checkItemKeys(candidate, schema)).toBe(expected);
  });

  it('measures binary keys in bytes', () => {
    const binary: KeySchema = {
      partitionKey: { name: 'pk', type: 'S' },
      sortKey: { name: 'sk', type: 'B' },
    };
    expect(checkItemKeys(ofBytes(1024), binary)).toBeUndefined();
    expect(checkItemKeys(ofBytes(0), binary)).toBe(
      'The sort key "sk" is empty; a key needs a value.',
    );
    expect(checkItemKeys(ofBytes(1025), binary)).toBe(
      'The sort key "sk" is 1025 bytes long; at most 1024 are possible.',
    );
  });
});

describe('checkItemIndexKeys', () => {
  const index = { name: 'by-title', partitionKey: { name: 'title', type: 'S' } } as const;

  it('lets an item be outside of an index', () => {
    expect(checkItemIndexKeys({ pk: { S: 'a' } }, [index])).toBeUndefined();
    expect(checkItemIndexKeys({ title: { S: 'a' } }, [index])).toBeUndefined();
  });

  it('refuses a wrong type and an empty value, and names the index', () => {
    expect(checkItemIndexKeys({ title: { NULL: true } }, [index])).toBe(
      'The partition key "title" of the index by-title must be a String, but it is a Null.',
    );
    expect(checkItemIndexKeys({ title: { S: '' } }, [index])).toBe(
      'The partition key "title" of the index by-title is empty; a key needs a value.',
    );
  });
});

describe('a key', () => {
  it('is taken from an item, partition key first', () => {
    const key = keyOf(item({ S: 'a' }, { N: '1' }), schema);
    expect(JSON.stringify(key)).toBe('{"pk":{"S":"a"},"__proto__":{"N":"1"}}');
  });

  it('is told in messages', () => {
    expect(describeKey({ Author: { S: 'Plato' }, Year: { N: '-7' } })).toBe(
      'Author = "Plato", Year = -7',
    );
    expect(describeKey({ pk: { B: 'QQ==' } })).toBe('pk = QQ==');
    expect(describeKey({ pk: { S: 'x'.repeat(2000) } })).toBe(`pk = "${'x'.repeat(79)}…`);
  });
});
