import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from './domain-error.ts';
import { JsonSyntaxError } from './json-reader.ts';
import {
  parseAttributeValue,
  parseAttributeValueText,
  parseItem,
  parseItemText,
} from './parse-dynamodb-json.ts';
import { arbitraryItem, arbitraryValue } from './testing/arbitrary-item.ts';

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

function nested(depth: number): unknown {
  return depth === 0 ? { S: 'x' } : { L: [nested(depth - 1)] };
}

describe('parsing DynamoDB JSON', () => {
  it('gives back every item that was printed', () => {
    fc.assert(
      fc.property(arbitraryItem(), fc.constantFrom(0, 2), (item, indent) => {
        const text = JSON.stringify(item, undefined, indent);
        expect(JSON.stringify(parseItemText(text))).toBe(JSON.stringify(item));
        expect(JSON.stringify(parseItem(JSON.parse(text)))).toBe(JSON.stringify(item));
      }),
    );
  });

  it('gives back every value that was printed', () => {
    fc.assert(
      fc.property(arbitraryValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(parseAttributeValueText(text))).toBe(text);
      }),
    );
  });

  it('never answers anything but a value or a DomainError', () => {
    const type = fc.constantFrom('S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS', 'X');
    const typed = fc.dictionary(type, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 });
    fc.assert(
      fc.property(fc.oneof(typed, fc.jsonValue()), (value) => {
        const error = errorOf(() => parseAttributeValue(value));
        expect(error === undefined || error instanceof DomainError).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['{"a": 5}', 'a: Expected a typed value such as {"N": "12.5"}, found a plain number.'],
    ['{"a": "x"}', 'a: Expected a typed value such as {"S": "text"}, found "x".'],
    ['{"a": null}', 'a: Expected a typed value such as {"S": "text"}, found null.'],
    ['{"a": {}}', 'a: Expected one type beside each value, found none.'],
    ['{"a": {"S": "x", "N": "1"}}', 'a: Expected one type beside each value, found "S" and "N".'],
    [
      '{"a": {"s": "x"}}',
      'a: "s" is no attribute type; use S, N, B, BOOL, NULL, M, L, SS, NS, BS.',
    ],
    ['{"a": {"S": 1}}', 'a: S must hold text, found a plain number; put it in quotes.'],
    ['{"a": {"N": 1.5}}', 'a: N must hold text, found a plain number; put it in quotes.'],
    ['{"a": {"N": "x"}}', 'a: x is not a number.'],
    ['{"a": {"B": "x"}}', expect.stringContaining('a: Base64 comes in groups of four')],
    ['{"a": {"BOOL": "true"}}', 'a: BOOL must be true or false, found "true".'],
    ['{"a": {"NULL": false}}', 'a: NULL must be true, found false.'],
    ['{"a": {"M": []}}', 'a: Expected an object of attributes, found an array.'],
    ['{"a": {"L": {}}}', 'a: L must be an array, found an object.'],
    ['{"a": {"SS": "x"}}', 'a: SS must be an array, found "x".'],
    ['{"a": {"SS": []}}', 'a: A set cannot be empty; remove the attribute instead.'],
    ['{"a": {"SS": ["x", "x"]}}', 'a: "x" is twice in this set.'],
    ['{"a": {"SS": ["x", 1]}}', 'a[1]: SS must hold text, found a plain number; put it in quotes.'],
    ['{"a": {"NS": ["1", "1.0"]}}', 'a: 1 and 1.0 are the same number; a set holds it once.'],
    ['{"a": {"NS": ["7", "7"]}}', 'a: The number 7 is twice in this set.'],
    ['{"a": {"NS": ["x"]}}', 'a: x is not a number.'],
    ['{"a": {"BS": ["QQ==", "QQ=="]}}', 'a: "QQ==" is twice in this set.'],
    ['{"a": {"BS": ["Q"]}}', expect.stringContaining('a: Base64 comes in groups of four')],
    [
      '{"info": {"M": {"a.b": {"L": [{"S": ""}, {"N": ""}]}}}}',
      'info."a.b"[1]: A number is missing here.',
    ],
    ['[]', 'Expected an object of attributes, found an array.'],
  ])('refuses %s in words', (text, message) => {
    const error = errorOf(() => parseItemText(text));
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toHaveProperty('message', message);
  });

  it('names the path beside the message', () => {
    expect(errorOf(() => parseItem({ a: { L: [{ N: 'x' }] } }))).toHaveProperty('path', 'a[0]');
  });

  it('refuses a doubled name, of which one value would be lost', () => {
    const error = errorOf(() => parseItemText('{"a": {"S": "x"},\n "a": {"S": "y"}}'));
    expect(error).toBeInstanceOf(JsonSyntaxError);
    expect(error).toMatchObject({ line: 2, column: 2 });
  });

  it('takes 32 levels of lists and maps, and no more', () => {
    expect(errorOf(() => parseAttributeValue(nested(32)))).toBeUndefined();
    const message = `Lists and maps are nested deeper than 32 levels.`;
    expect(errorOf(() => parseAttributeValue(nested(33)))).toMatchObject({
      message: expect.stringContaining(message) as string,
    });
  });

  it('refuses nesting of any depth without exhausting the stack', () => {
    const text = '{"L":['.repeat(100_000) + ']}'.repeat(100_000);
    expect(errorOf(() => parseAttributeValue(JSON.parse(text)))).toBeInstanceOf(DomainError);
  });
});
