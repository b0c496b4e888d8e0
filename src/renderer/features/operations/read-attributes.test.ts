import { describe, expect, it } from 'vitest';
import { readAttributes, readNames, readValues } from './read-attributes.ts';

describe('attributes typed as text', () => {
  it('are plain JSON with every digit kept', () => {
    expect(readAttributes('{"price": 12.000000000000000000001, "title": "x", "a": null}')).toEqual({
      ok: true,
      format: 'json',
      value: { price: { N: '12.000000000000000000001' }, title: { S: 'x' }, a: { NULL: true } },
    });
  });

  it('are DynamoDB JSON where every value says its type', () => {
    expect(readAttributes('{":p": {"N": "10"}, ":s": {"SS": ["a"]}}')).toEqual({
      ok: true,
      format: 'dynamodb-json',
      value: { ':p': { N: '10' }, ':s': { SS: ['a'] } },
    });
  });

  it('are plain JSON where one value does not', () => {
    for (const text of [
      '{"a": {"S": "x"}, "b": 1}',
      '{"a": {"S": 1}}',
      '{"a": {"S": "x", "N": "1"}}',
      '{"size": {"XL": "x"}}',
      '{}',
    ]) {
      expect(readAttributes(text)).toMatchObject({ ok: true, format: 'json' });
    }
  });

  it('are what the user says they are', () => {
    expect(readAttributes('{"a": {"S": "x"}}', 'json')).toMatchObject({
      value: { a: { M: { S: { S: 'x' } } } },
    });
    expect(readAttributes('{"a": 1}', 'dynamodb-json')).toEqual({
      ok: false,
      problem: {
        message: 'a: Expected a typed value such as {"N": "12.5"}, found a plain number.',
        line: 1,
        column: 7,
      },
    });
  });

  it('tell where the text is not JSON', () => {
    expect(readAttributes('{"a": 1,\n  "b" 2}')).toEqual({
      ok: false,
      problem: { message: 'Expected : after the name "b", found 2.', line: 2, column: 7 },
    });
    expect(readAttributes('[1]')).toMatchObject({
      problem: { message: 'An item is an object of attributes, but this is an array.' },
    });
  });

  it('tell which attribute holds a number that DynamoDB does not keep', () => {
    const text = '{\n "a b": 1,\n "c.d": {"e": 123456789012345678901234567890123456789}\n}';
    const read = readAttributes(text);
    expect(read).toMatchObject({ ok: false, problem: { line: 3, column: 9 } });
  });

  it('keep an attribute named __proto__', () => {
    const read = readAttributes('{"__proto__": "x"}');
    expect(read.ok && Object.entries(read.value)).toEqual([['__proto__', { S: 'x' }]]);
  });
});

describe('names and values of an expression', () => {
  it('may be left out', () => {
    expect(readNames(' \n')).toMatchObject({ ok: true, value: {} });
    expect(readValues('')).toMatchObject({ ok: true, value: {} });
  });

  it('are an object of names', () => {
    expect(readNames('{"#y": "year"}')).toMatchObject({ value: { '#y': 'year' } });
    expect(readNames('["#y"]')).toMatchObject({
      problem: { message: 'Names are an object, such as {"#y": "year"}.' },
    });
    expect(readNames('{"#x": "a",\n "#y": 1}')).toEqual({
      ok: false,
      problem: {
        message: "#y must stand for an attribute's name in double quotes.",
        line: 2,
        column: 8,
      },
    });
  });
});
