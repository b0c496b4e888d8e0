import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './attribute-value.ts';
import { DomainError } from './domain-error.ts';
import { applyPlainJson, applyPlainJsonValue } from './plain-json-edit.ts';
import { itemFromPlainJson, itemToPlainJson, valueToPlainJson } from './plain-json.ts';
import { arbitraryItem } from './testing/arbitrary-item.ts';

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.message;
  }
  throw new Error('Nothing was refused');
}

const book: Item = {
  ['__proto__']: { S: 'a name like any other' },
  Id: { N: '101' },
  tags: { SS: ['a', 'b'] },
  sizes: { NS: ['1', '2.50'] },
  cover: { B: 'QUJD' },
  parts: { BS: ['QQ==', 'Qg=='] },
  pages: { L: [{ B: 'QUJD' }, { SS: ['x'] }, { N: '1.0' }] },
  info: { M: { thumb: { B: 'QQ==' }, rank: { N: '5' } } },
};

function edit(item: Item, change: (plain: string) => string): Item {
  return applyPlainJson(item, change(itemToPlainJson(item, { indent: 0 }).text));
}

describe('applyPlainJson', () => {
  it('gives every item back byte for byte where nothing was changed', () => {
    fc.assert(
      fc.property(arbitraryItem(), fc.constantFrom(0, 2), (item, indent) => {
        const { text } = itemToPlainJson(item, { indent });
        expect(JSON.stringify(applyPlainJson(item, text))).toBe(JSON.stringify(item));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves every other attribute byte for byte where one is added or removed', () => {
    fc.assert(
      fc.property(arbitraryItem(), arbitraryItem(), (item, other) => {
        const added = itemFromPlainJson(itemToPlainJson(other).text);
        const gone = Object.keys(item)[0];
        const kept = Object.entries(item).filter(([name]) => name !== gone);
        const news = Object.entries(added).filter(([name]) => !Object.hasOwn(item, name));
        const text = itemToPlainJson(Object.fromEntries([...kept, ...news])).text;
        const applied = applyPlainJson(item, text);
        for (const [name, value] of kept) {
          const now = Object.entries(applied).find(([other]) => other === name)?.[1];
          expect(JSON.stringify(now)).toBe(JSON.stringify(value));
        }
      }),
    );
  });

  it('keeps the original of a number that is only written another way', () => {
    expect(edit(book, (text) => text.replace('2.50', '2.5'))).toEqual(book);
  });

  it.each([
    ['a member more', '["a","b"]', '["a","b","c"]', 'tags', { SS: ['a', 'b', 'c'] }],
    ['a number set', '[1,2.50]', '[1,3]', 'sizes', { NS: ['1', '3'] }],
    ['other bytes', '"cover":"QUJD"', '"cover":"QUJE"', 'cover', { B: 'QUJE' }],
    ['a binary set', '["QQ==","Qg=="]', '["QQ=="]', 'parts', { BS: ['QQ=='] }],
    ['another kind', '["a","b"]', '"a"', 'tags', { S: 'a' }],
    ['null', '["a","b"]', 'null', 'tags', { NULL: true }],
    [
      'text to number',
      '"rank":5',
      '"rank":"5"',
      'info',
      {
        M: { thumb: { B: 'QQ==' }, rank: { S: '5' } },
      },
    ],
    [
      'an insertion',
      '["QUJD",["x"]',
      '["new","QUJD",["x"]',
      'pages',
      {
        L: [{ S: 'new' }, { B: 'QUJD' }, { SS: ['x'] }, { N: '1.0' }],
      },
    ],
    ['a removal', '["QUJD",["x"],', '[["x"],', 'pages', { L: [{ SS: ['x'] }, { N: '1.0' }] }],
    [
      'a swap',
      '["QUJD",["x"],',
      '[["x"],"QUJD",',
      'pages',
      {
        L: [{ SS: ['x'] }, { B: 'QUJD' }, { N: '1.0' }],
      },
    ],
    [
      'an element',
      '["QUJD",["x"],',
      '["QUJE",["x","y"],',
      'pages',
      {
        L: [{ B: 'QUJE' }, { SS: ['x', 'y'] }, { N: '1.0' }],
      },
    ],
    ['a new name', '"tags":', '"labels":', 'labels', { SS: ['a', 'b'] }],
  ])('takes %s with its type', (_, before, after, name, expected) => {
    const edited = edit(book, (text) => text.replace(before, after));
    expect(Object.entries(edited).find(([other]) => other === name)?.[1]).toEqual(expected);
  });

  it.each([
    ['["a","b"]', '["a","a"]', 'tags is a string set: "a" is twice in this set.'],
    [
      '["a","b"]',
      '[]',
      'tags is a string set: A set cannot be empty; remove the attribute instead.',
    ],
    ['["a","b"]', '["a",1]', 'tags[1]: tags is a string set, so this member must be text.'],
    ['[1,2.50]', '[1,1.0]', 'sizes is a number set: 1 and 1.0 are the same number; a set holds'],
    ['[1,2.50]', '[1,"2"]', 'sizes[1]: sizes is a number set, so this member must be a number.'],
    ['[1,2.50]', '[1e400]', 'sizes is a number set: 1e400 is too large; DynamoDB keeps numbers'],
    ['["QQ==","Qg=="]', '["Q"]', 'parts is a binary set: Base64 comes in groups of four'],
    ['"cover":"QUJD"', '"cover":"QUJ"', 'cover is binary: Base64 comes in groups of four'],
    ['"rank":5', '"rank":1e400', 'info.rank: 1e400 is too large; DynamoDB keeps numbers below'],
    ['["QUJD",["x"],', '["QUJE","y",["z"],', 'pages: Elements were both changed and added or'],
    ['"Id":101', '"Id":', 'Expected a value, found ,.'],
  ])('refuses %s changed to %s in words', (before, after, message) => {
    const refused = () => edit(book, (text) => text.replace(before, after));
    expect(messageOf(refused)).toContain(message);
  });

  it('refuses what is no object', () => {
    expect(messageOf(() => applyPlainJson(book, '[]'))).toBe(
      'An item is an object of attributes, but this is an array.',
    );
  });

  it('answers in time for a long list of which every element changed', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => ({ N: String(index) }));
    const item: Item = { list: { L: numbers } };
    const text = JSON.stringify({ list: numbers.map((_, index) => -index - 1) });
    expect(applyPlainJson(item, text)).toEqual(itemFromPlainJson(text));
  });
});

describe('applyPlainJsonValue', () => {
  it('leaves any value as it is where nothing is typed', () => {
    fc.assert(
      fc.property(arbitraryItem(), (item) => {
        for (const value of Object.values(item)) {
          const { text } = valueToPlainJson(value);
          expect(applyPlainJsonValue(value, text, 'a')).toEqual(value);
        }
      }),
    );
  });

  it('keeps a set a set, and says where it cannot', () => {
    const tags = { SS: ['a', 'b'] };
    expect(applyPlainJsonValue(tags, '["b", "c"]', 'tags')).toEqual({ SS: ['b', 'c'] });
    const refused = () => applyPlainJsonValue(tags, '["a", 1]', 'tags');
    expect(messageOf(refused)).toContain('tags[1]: tags is a string set');
  });

  it('reads what is new as JSON says it', () => {
    expect(applyPlainJsonValue(undefined, '[1.50, "x"]', 'a')).toEqual({
      L: [{ N: '1.50' }, { S: 'x' }],
    });
  });
});
