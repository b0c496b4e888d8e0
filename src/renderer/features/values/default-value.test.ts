import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeTypes, typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { changeType, emptyValueOf } from './default-value.ts';

describe('changeType', () => {
  it('always gives the type that was asked for', () => {
    const type = constantFrom(...attributeTypes);
    assert(
      property(type, type, (from, to) => {
        expect(typeOf(changeType(emptyValueOf(from), to))).toBe(to);
      }),
    );
  });

  const cases: [AttributeValue, AttributeType, AttributeValue][] = [
    [{ S: '12.50' }, 'N', { N: '12.50' }],
    [{ N: '12345678901234567890' }, 'S', { S: '12345678901234567890' }],
    [{ S: 'true' }, 'BOOL', { BOOL: true }],
    [{ BOOL: true }, 'S', { S: 'true' }],
    [{ S: 'a' }, 'SS', { SS: ['a'] }],
    [{ SS: ['a', 'b'] }, 'L', { L: [{ S: 'a' }, { S: 'b' }] }],
    [{ S: 'a' }, 'L', { L: [{ S: 'a' }] }],
    [{ S: '' }, 'L', { L: [] }],
    [{ NULL: true }, 'S', { S: '' }],
    [{ M: { a: { S: 'x' } } }, 'N', { N: '' }],
  ];
  it.each(cases)('%j as %s', (value, type, expected) => {
    expect(changeType(value, type)).toEqual(expected);
  });
});
