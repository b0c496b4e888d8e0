import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNumber, compareNumbers, numberIdentity, numbersEqual } from './number.ts';
import { arbitraryNumberText } from './testing/arbitrary-scalar.ts';

/** The model: the number times 10^300 as a BigInt, computed another way. */
function scaled(text: string): bigint {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const magnitude = BigInt(whole + fraction || '0');
  const shift = 300 - fraction.length + Number(power);
  const value = magnitude * 10n ** BigInt(shift);
  return mantissa.startsWith('-') ? -value : value;
}

const texts = arbitraryNumberText();
const rewritten = texts.chain((text) => {
  const check = checkNumber(text);
  const canonical = check.ok ? check.canonical : text;
  return fc.constantFrom(
    text,
    canonical,
    canonical.includes('.') ? `${canonical}000` : `${canonical}.00`,
    `${canonical}e0`,
    canonical.startsWith('-') ? `-00${canonical.slice(1)}` : `+00${canonical}`,
  );
});

describe('checkNumber', () => {
  it('takes every number of up to 38 digits and keeps its value', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const check = checkNumber(text);
        expect(check).toMatchObject({ ok: true });
        if (check.ok) expect(scaled(check.canonical)).toBe(scaled(text));
      }),
    );
  });

  it('writes one canonical text for all ways to write a number', () => {
    fc.assert(
      fc.property(rewritten, (text) => {
        const check = checkNumber(text);
        if (!check.ok) throw new Error(check.reason);
        expect(check.canonical).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(checkNumber(check.canonical)).toEqual(check);
      }),
    );
  });

  it.each([
    ['1e125', `1${'0'.repeat(125)}`],
    ['9e-130', `0.${'0'.repeat(129)}9`],
    ['1.5E-130', `0.${'0'.repeat(129)}15`],
    [`${'9'.repeat(38)}e88`, '9'.repeat(38) + '0'.repeat(88)],
    [`1${'0'.repeat(60)}.000`, `1${'0'.repeat(60)}`],
    ['-0.0', '0'],
    ['0e999999', '0'],
    ['.5', '0.5'],
    ['7.', '7'],
    ['+007.50', '7.5'],
  ])('writes %s as %s', (text, canonical) => {
    expect(checkNumber(text)).toEqual({ ok: true, canonical });
  });

  it.each([
    ['', 'A number is missing here.'],
    ['abc', 'abc is not a number.'],
    [' 1', ' 1 is not a number.'],
    ['.', '. is not a number.'],
    ['1e', '1e is not a number.'],
    ['1_000', '1_000 is not a number.'],
    ['0x10', '0x10 is not a number.'],
    ['NaN', 'NaN is not a number.'],
    ['-Infinity', '-Infinity is not a number.'],
    ['١', '١ is not a number.'],
    ['1e99999999999999999999', '1e99999999999999999999 is not a number.'],
    ['1e126', '1e126 is too large; DynamoDB keeps numbers below 1E+126.'],
    ['-1e400', '-1e400 is too large; DynamoDB keeps numbers below 1E+126.'],
    ['9e-131', '9e-131 is too close to zero; DynamoDB keeps numbers from 1E-130.'],
    ['1'.repeat(39), `${'1'.repeat(39)} has 39 significant digits; DynamoDB keeps at most 38.`],
    [
      '9'.repeat(1000),
      `${'9'.repeat(40)}… (1000 characters) has 1000 significant digits; DynamoDB keeps at most 38.`,
    ],
  ])('refuses %s in words', (text, reason) => {
    expect(checkNumber(text)).toEqual({ ok: false, reason });
  });
});

describe('compareNumbers', () => {
  it('orders as the exact values do', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [left, right] = [scaled(a), scaled(b)];
        const expected = left === right ? 0 : left < right ? -1 : 1;
        expect(Math.sign(compareNumbers(a, b))).toBe(expected);
        expect(numbersEqual(a, b)).toBe(left === right);
        expect(numberIdentity(a) === numberIdentity(b)).toBe(left === right);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds all ways to write a number equal', () => {
    const pairs = texts.chain((text) => {
      const check = checkNumber(text);
      const canonical = check.ok ? check.canonical : '';
      return fc.constantFrom(canonical, `${canonical}e0`).map((other) => [text, other] as const);
    });
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(numbersEqual(a, b)).toBe(true);
        expect(compareNumbers(a, b)).toBe(0);
        expect(numberIdentity(a)).toBe(numberIdentity(b));
      }),
    );
  });

  it('takes no longer than the text is long', () => {
    const long = '1'.repeat(200_000);
    expect(checkNumber(`${long}x`)).toMatchObject({ ok: false });
    expect(compareNumbers(`${long}1`, `${long}2`)).toBeLessThan(0);
  });

  it('tells apart what a JavaScript number does not', () => {
    expect(compareNumbers('12345678901234567890.10', '12345678901234567890.11')).toBeLessThan(0);
    expect(numbersEqual('9007199254740993', '9007199254740992')).toBe(false);
    expect(numbersEqual('100', '1E+2')).toBe(true);
    expect(numbersEqual('-0', '0')).toBe(true);
  });

  it('puts texts that are no numbers last', () => {
    const sorted = ['b', '2', 'a', '-1'].sort(compareNumbers);
    expect(sorted).toEqual(['-1', '2', 'a', 'b']);
  });
});
