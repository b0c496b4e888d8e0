import * as fc from 'fast-check';
import type { AttributeMap, AttributeValue, Item } from '../attribute-value.ts';
import { checkNumber } from '../number.ts';
import { arbitraryBase64, arbitraryNumberText, arbitraryText } from './arbitrary-scalar.ts';

export type ArbitraryItemOptions = {
  /**
   * Only what DynamoDB keeps as it was written: no empty name, no lone surrogate, numbers as
   * DynamoDB writes them. False by default.
   */
  readonly storable?: boolean;
};

const specialNames = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'a.b',
  'a[0]',
  ' ',
  '"',
  '0',
  '10',
  '#n',
  ':v',
  'S',
  'N',
  'M',
  'größe',
  '🗝️',
];
const unstorableNames = ['', '\ud83d', '\ude00x'];

/** A name of an attribute: an ordinary one, any text, or one that trips careless code. */
export function arbitraryName(options: ArbitraryItemOptions = {}): fc.Arbitrary<string> {
  const names = options.storable ? specialNames : [...specialNames, ...unstorableNames];
  const text = arbitraryText({ storable: options.storable ?? false, maxLength: 8 });
  return fc.oneof(
    fc.constantFrom(...names),
    fc.stringMatching(/^[a-z][a-zA-Z]{0,7}$/),
    options.storable ? text.filter((name) => name !== '') : text,
  );
}

function arbitraryMap(
  value: fc.Arbitrary<AttributeValue>,
  options: ArbitraryItemOptions,
): fc.Arbitrary<AttributeMap> {
  return (
    fc
      .uniqueArray(fc.tuple(arbitraryName(options), value), {
        maxLength: 6,
        selector: ([name]) => name,
      })
      // fromEntries defines properties, so that `__proto__` is an attribute like any other.
      .map((entries) => Object.fromEntries(entries))
  );
}

function arbitraryScalar(options: ArbitraryItemOptions): fc.Arbitrary<AttributeValue> {
  const number = options.storable ? arbitraryNumberText().map(canonical) : arbitraryNumberText();
  const text = arbitraryText({ storable: options.storable ?? false });
  return fc.oneof(
    text.map((S) => ({ S })),
    number.map((N) => ({ N })),
    arbitraryBase64().map((B) => ({ B })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true } as const),
  );
}

function canonical(text: string): string {
  const check = checkNumber(text);
  if (!check.ok) throw new Error(check.reason);
  return check.canonical;
}

function arbitrarySet(options: ArbitraryItemOptions): fc.Arbitrary<AttributeValue> {
  const size = { minLength: 1, maxLength: 5 };
  const text = arbitraryText({ storable: options.storable ?? false });
  // Whole numbers told apart by value, so that no set holds 1 and 1.0.
  const wholes = fc.uniqueArray(fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }), size);
  return fc.oneof(
    fc.uniqueArray(text, size).map((SS) => ({ SS })),
    wholes.map((NS) => ({ NS: NS.map(String) })),
    fc.uniqueArray(arbitraryBase64(), size).map((BS) => ({ BS })),
  );
}

/** A value of any of the ten types, with lists and maps nested a few levels deep. */
export function arbitraryValue(options: ArbitraryItemOptions = {}): fc.Arbitrary<AttributeValue> {
  return fc.letrec<{ value: AttributeValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
      arbitraryScalar(options),
      arbitrarySet(options),
      fc.array(tie('value'), { maxLength: 5 }).map((L) => ({ L })),
      arbitraryMap(tie('value'), options).map((M) => ({ M })),
    ),
  })).value;
}

/** An item with any names and any values; it need not have any key. */
export function arbitraryItem(options: ArbitraryItemOptions = {}): fc.Arbitrary<Item> {
  return arbitraryMap(arbitraryValue(options), options);
}
