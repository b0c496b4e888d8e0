import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { bytesInWords, previewOf } from './value-preview.ts';

describe('previewOf', () => {
  const cases: [string, AttributeValue, { kind: string; text: string }][] = [
    ['a string', { S: 'Americanah' }, { kind: 'string', text: 'Americanah' }],
    ['an empty string', { S: '' }, { kind: 'empty', text: '""' }],
    ['line breaks', { S: 'a\r\nb\tc' }, { kind: 'string', text: 'a⏎b⇥c' }],
    [
      'a number, every digit',
      { N: '12345678901234567890.10' },
      { kind: 'number', text: '12345678901234567890.10' },
    ],
    ['zero', { N: '0' }, { kind: 'number', text: '0' }],
    ['false', { BOOL: false }, { kind: 'boolean', text: 'false' }],
    ['null', { NULL: true }, { kind: 'null', text: 'null' }],
    ['binary', { B: 'AAEC' }, { kind: 'binary', text: '‹binary 3 B›' }],
    ['a string set', { SS: ['a', 'b'] }, { kind: 'set', text: '{"a", "b"}' }],
    ['a number set', { NS: ['1', '2'] }, { kind: 'set', text: '{1, 2}' }],
    ['a binary set', { BS: ['AAEC'] }, { kind: 'set', text: '{‹binary 3 B›}' }],
    [
      'a map',
      { M: { year: { N: '2013' }, tags: { L: [{ S: 'x' }] } } },
      { kind: 'nested', text: '{2} year: 2013, tags: ["x"]' },
    ],
    ['a list', { L: [{ S: 'x' }, { NULL: true }] }, { kind: 'nested', text: '[2] "x", null' }],
    ['an empty map', { M: {} }, { kind: 'nested', text: '{}' }],
    ['an empty list', { L: [] }, { kind: 'nested', text: '[]' }],
  ];
  it.each(cases)('%s', (_, value, expected) => {
    expect(previewOf(value)).toEqual(expected);
  });

  it('looks at no more than there is room for', () => {
    const long: AttributeValue = { L: Array.from({ length: 100_000 }, () => ({ N: '1' })) };
    expect(previewOf(long).text.length).toBeLessThan(300);
    expect(previewOf({ S: 'x'.repeat(400_000) }).text.length).toBe(240);
  });

  it('ends on values nested as deep as DynamoDB allows', () => {
    let value: AttributeValue = { S: 'deep' };
    for (let depth = 0; depth < 32; depth += 1) value = { M: { inner: value } };
    expect(previewOf(value).text).toMatch(/^\{1\} inner: \{inner: \{inner: /);
  });
});

describe('bytesInWords', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [2150, '2.1 KB'],
    [3 * 1024 * 1024, '3.0 MB'],
  ])('%i', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });
});
