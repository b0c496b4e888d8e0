import { expect, it } from 'vitest';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { deepValueProblem, valueProblem } from './value-problem.ts';

const cases: [AttributeValue, string | undefined][] = [
  [{ N: '12345678901234567890.10' }, undefined],
  [{ N: '' }, 'Type a number.'],
  [{ N: 'abc' }, 'abc is not a number.'],
  [{ B: 'AAEC' }, undefined],
  [{ B: 'AAE' }, 'Base64 comes in groups of four characters, padded with =; this has 3.'],
  [{ SS: [] }, 'A set needs at least one element.'],
  [{ SS: ['a', 'b', 'a'] }, '"a" is in the set twice.'],
  [{ NS: ['1', '1.0'] }, '"1.0" is in the set twice.'],
  [{ NS: ['1', ''] }, 'Type a number.'],
  [{ S: '' }, undefined],
];
it.each(cases)('%j', (value, problem) => {
  expect(valueProblem(value)).toBe(problem);
});

it('finds a problem nested anywhere, and says where', () => {
  const value: AttributeValue = { M: { tags: { L: [{ S: 'x' }, { N: 'x' }] } } };
  expect(deepValueProblem(value, 'info')).toEqual({
    path: 'info.tags[1]',
    problem: 'x is not a number.',
  });
});
