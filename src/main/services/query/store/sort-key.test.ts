import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AttributeValue } from '../../../../domain/attribute-value.ts';
import { compareKeyValues } from '../../../../domain/compare-key-values.ts';
import {
  arbitraryBase64,
  arbitraryNumberText,
} from '../../../../domain/testing/arbitrary-scalar.ts';
import { createSortKeyReader } from './sort-key.ts';

function keyOf(value: AttributeValue): Buffer {
  const reader = createSortKeyReader();
  reader.read(Buffer.from(JSON.stringify(value)), 0);
  const rest = reader.source().subarray(reader.from(), reader.to());
  return Buffer.from([reader.rank(), ...rest]);
}

const units = fc.constantFrom(
  '\0',
  'a',
  'é',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\uffff',
  '"',
  '\\',
  '\ud800',
  '\ud83d',
  '\udbff',
  '\udc00',
  '\ude00',
  '\udfff',
  '\u{10000}',
  '\u{1f400}',
  '\u{1f600}',
  '\u{10ffff}',
);
const text = fc.string({ unit: units, maxLength: 4 }).map((S) => ({ S }));

const near = fc
  .tuple(fc.constantFrom('', '-'), fc.nat({ max: 2000 }), fc.integer({ min: -4, max: 4 }))
  .map(([sign, digits, power]) => `${sign}${digits}e${power}`);
const number = fc.oneof(arbitraryNumberText(), near).map((N) => ({ N }));
const binary = arbitraryBase64().map((B) => ({ B }));

it.each([
  ['text', text],
  ['numbers', number],
  ['binary', binary],
])('has bytes in the order of %s', (_, value) => {
  fc.assert(
    fc.property(value, value, (a: AttributeValue, b: AttributeValue) => {
      const order = Math.sign(Buffer.compare(keyOf(a), keyOf(b)));
      expect(order).toBe(Math.sign(compareKeyValues(a, b)));
    }),
    { numRuns: 5_000 },
  );
});

it.each(['abc', '1e', '.', '--1', '1.2.3', '1e9999999999999999'])(
  'puts %s, which is no number, after all numbers',
  (N) => {
    expect(Buffer.compare(keyOf({ N }), keyOf({ N: '9.9e125' }))).toBe(1);
    expect(Buffer.compare(keyOf({ N }), keyOf({ S: '' }))).toBe(-1);
  },
);
