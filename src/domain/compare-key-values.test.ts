import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeyValues, compareText } from './compare-key-values.ts';

describe('compareKeyValues', () => {
  it('orders text as its UTF-8 bytes', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '\uffee', '🗝️', '\u00e9', '\ud7ff', '\ue000') }),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareText(a, b))).toBe(expected);
        expect(Math.sign(compareKeyValues({ S: a }, { S: b }))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('orders binary by bytes, not by base64', () => {
    const bytes = fc.uint8Array({ maxLength: 4 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const [left, right] = [Buffer.from(a), Buffer.from(b)];
        const values = [left, right].map((part) => ({ B: part.toString('base64') }));
        const [first = { B: '' }, second = { B: '' }] = values;
        expect(Math.sign(compareKeyValues(first, second))).toBe(Buffer.compare(left, right));
      }),
    );
  });

  it('orders numbers by value, and gives no order to different types', () => {
    expect(compareKeyValues({ N: '9' }, { N: '10' })).toBeLessThan(0);
    expect(compareKeyValues({ N: '9' }, { S: '10' })).toBe(0);
  });
});
