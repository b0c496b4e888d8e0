import { describe, expect, it } from 'vitest';
import { parseItemText } from './parse-dynamodb-json.ts';
import { itemFromPlainJson } from './plain-json.ts';
import { problemInText } from './problem-in-text.ts';

function problem(text: string, form: 'plain' | 'dynamodb') {
  try {
    if (form === 'plain') itemFromPlainJson(text);
    else parseItemText(text);
  } catch (error) {
    return problemInText(text, error, form);
  }
  throw new Error('Nothing was refused');
}

describe('problemInText', () => {
  it('points at the value of a path in plain JSON', () => {
    const text = '{\n  "a": 1,\n  "info": { "x.y": [1, { "n": 1e400 }] }\n}';
    expect(problem(text, 'plain')).toEqual({
      line: 3,
      column: 31,
      message: 'info."x.y"[1].n: 1e400 is too large; DynamoDB keeps numbers below 1E+126.',
    });
  });

  it('points at the value of a path in DynamoDB JSON', () => {
    const text = '{"list": {"L": [{"S": "x"},\n {"M": {"L": {"N": "x"}}}]}}';
    expect(problem(text, 'dynamodb')).toMatchObject({ line: 2, column: 14 });
    const set = '{"set": {"SS": ["x",\n5]}}';
    expect(problem(set, 'dynamodb')).toMatchObject({ line: 2, column: 1 });
  });

  it('points at a syntax error', () => {
    expect(problem('{"a": 1,\n}', 'plain')).toEqual({
      line: 2,
      column: 1,
      message: 'There is a comma before the closing }.',
    });
  });

  it('has no place for what concerns the whole, or is another error', () => {
    expect(problem('[]', 'plain')).toBeUndefined();
    expect(problemInText('{}', new Error('x'), 'plain')).toBeUndefined();
  });
});
