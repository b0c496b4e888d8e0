import { expect, it } from 'vitest';
import { addOperand, chooseOperator, choosePath, takesMore } from './filter-operands.ts';
import type { FilterRow } from './query-form.ts';

const filter: FilterRow = { id: 1, path: 'price', operator: '=', values: [{ N: '5' }] };

it('gives an operator as many values as it takes, keeping what was typed', () => {
  const between = chooseOperator(filter, 'BETWEEN');
  expect(between.values).toEqual([{ N: '5' }, { N: '' }]);
  expect(chooseOperator(between, '<').values).toEqual([{ N: '5' }]);
  expect(chooseOperator(filter, 'attribute_exists').values).toEqual([]);
  const type = chooseOperator(filter, 'attribute_type');
  expect(type.values).toEqual([{ S: 'S' }]);
  expect(chooseOperator(type, '=').values).toEqual([{ S: '' }]);
});

it('adds values to a list only', () => {
  expect(takesMore(filter)).toBe(false);
  const list = chooseOperator(filter, 'IN');
  expect(takesMore(list)).toBe(true);
  expect(addOperand(list).values).toEqual([{ N: '5' }, { N: '' }]);
});

it('takes the type that the attribute is known to have', () => {
  expect(choosePath(filter, 'title', ['S']).values).toEqual([{ S: '5' }]);
  expect(choosePath(filter, 'tags', ['SS']).values).toEqual([{ N: '5' }]);
  expect(choosePath(filter, 'new', [])).toEqual({ ...filter, path: 'new' });
});
