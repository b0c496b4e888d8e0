import { describe, expect, it } from 'vitest';
import {
  buildConditionExpression,
  buildUpdateExpression,
} from '../../../../domain/expressions/index.ts';
import type { ConditionRowDraft, GroupDraft, UpdateRowDraft } from './builder-draft.ts';
import {
  conditionGroupOf,
  emptyGroup,
  newConditionRow,
  newUpdateRow,
  updateRowsOf,
  withOperation,
  withOperator,
} from './builder-draft.ts';

const number = (text: string) => ({ kind: 'value', value: { N: text } }) as const;

const update = (row: Partial<UpdateRowDraft>) => ({ ...newUpdateRow(), path: 'a', ...row });
const condition = (row: Partial<ConditionRowDraft>) => ({
  ...newConditionRow(),
  path: 'a',
  ...row,
});
const group = (row: Partial<GroupDraft>): GroupDraft => ({ ...emptyGroup, ...row });

describe('the rows of the builder', () => {
  it('make an update expression', () => {
    const rows = [
      update({ path: 'price', operation: 'SET +', operand: number('1'), startsFromNothing: true }),
      update({ path: 'info.tags[0]', operand: { kind: 'attribute', path: 'author' } }),
      update({ path: 'isbn', operation: 'REMOVE' }),
    ];
    expect(buildUpdateExpression(updateRowsOf(rows)).expression).toBe(
      'SET #price = if_not_exists(#price, :price2) + :price, #info.#tags[0] = #author REMOVE #isbn',
    );
  });

  it('make a condition of groups', () => {
    const inner = group({
      join: 'OR',
      not: true,
      conditions: [
        condition({ operator: 'attribute_exists', operands: [] }),
        condition({ path: 'tags', size: true, operator: '>', operands: [number('2')] }),
      ],
    });
    const rows = group({ conditions: [condition({ operands: [number('1')] }), inner] });
    expect(buildConditionExpression(conditionGroupOf(rows)).expression).toBe(
      '#a = :a AND NOT (attribute_exists(#a) OR size(#tags) > :tags)',
    );
  });

  it('name the row that is not filled in', () => {
    const row = update({ path: ' ' });
    expect(() => updateRowsOf([row])).toThrow(
      expect.objectContaining({ id: row.id, message: 'Name the attribute.' }),
    );
    const bad = condition({ operands: [number('x')] });
    expect(() => conditionGroupOf(group({ conditions: [bad] }))).toThrow(
      expect.objectContaining({ id: bad.id }),
    );
    const path = condition({ path: 'a[' });
    expect(() => conditionGroupOf(group({ conditions: [path] }))).toThrow(/bracket/);
  });

  it('have as many values as their operator takes', () => {
    const row = condition({ operands: [number('1')], size: true });
    expect(withOperator(row, 'BETWEEN').operands).toHaveLength(2);
    expect(withOperator(withOperator(row, 'BETWEEN'), '=').operands).toEqual([number('1')]);
    expect(withOperator(row, 'attribute_exists')).toMatchObject({ operands: [], size: false });
    expect(withOperator(row, '<')).toMatchObject({ size: true });
  });

  it('have a value of a type that their operation takes', () => {
    expect(withOperation(update({}), 'DELETE').operand).toEqual({
      kind: 'value',
      value: { SS: [''] },
    });
    expect(withOperation(update({ operand: number('3') }), 'SET +').operand).toEqual(number('3'));
    expect(withOperation(update({}), 'SET list_append').operand).toEqual({
      kind: 'value',
      value: { L: [] },
    });
    expect(withOperation(update({ operand: number('3') }), 'SET').operand).toEqual(number('3'));
  });
});
