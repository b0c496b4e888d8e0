import { describe, expect, it } from 'vitest';
import { sendableExpressions } from '../../../../domain/expressions/index.ts';
import type { OperationOptions } from '../operation-draft.ts';
import { newDraft } from '../operation-draft.ts';
import { readNames, readValues } from '../read-attributes.ts';
import { applyRows } from './apply-rows.ts';
import type { OperandDraft } from './builder-draft.ts';
import { emptyGroup, newConditionRow, newUpdateRow } from './builder-draft.ts';

const { options: empty } = newDraft({ partitionKey: { name: 'id', type: 'S' } });
const options = (more: Partial<OperationOptions>) => ({ ...empty.UpdateItem, ...more });

const price: OperandDraft = { kind: 'value', value: { N: '10.50' } };
const updateRows = [{ ...newUpdateRow(), path: 'price', operand: price }];
const conditionRows = {
  ...emptyGroup,
  conditions: [{ ...newConditionRow(), path: 'price', operator: '>' as const, operands: [price] }],
};

describe('rows written into the typed fields', () => {
  it('give both expressions and what they need', () => {
    expect(applyRows('UpdateItem', options({ updateRows, conditionRows }))).toEqual({
      ok: true,
      texts: {
        update: 'SET #price = :price',
        condition: '#price > :price2',
        names: '{\n  "#price": "price"\n}',
        values: '{\n  ":price": 10.50,\n  ":price2": 10.50\n}',
      },
    });
  });

  it('keep an expression that was typed, and of the names and values what it uses', () => {
    const applied = applyRows(
      'UpdateItem',
      options({
        updateRows,
        condition: '#price > :low AND author = :author',
        names: '{"#price": "cost", "#old": "x"}',
        values: '{":low": 1, ":author": "y", ":gone": 2}',
      }),
    );
    if (!applied.ok) throw new Error(applied.message);
    const { update, condition, names = '', values = '' } = applied.texts;
    expect({ update, condition }).toEqual({ update: 'SET #price2 = :price', condition: undefined });
    const readBack = { names: readNames(names), values: readValues(values) };
    expect(readBack.names).toMatchObject({ value: { '#price': 'cost', '#price2': 'price' } });
    const sent = sendableExpressions({
      updateExpression: update,
      conditionExpression: '#price > :low AND author = :author',
      expressionAttributeNames: readBack.names.ok ? readBack.names.value : {},
      expressionAttributeValues: readBack.values.ok ? readBack.values.value : {},
    });
    expect(sent.ExpressionAttributeValues).toEqual({
      ':low': { N: '1' },
      ':author': { S: 'y' },
      ':price': { N: '10.50' },
    });
  });

  it('keep the types that plain JSON has not, and a map that looks like one', () => {
    for (const value of [{ SS: ['a'] }, { B: 'AAE=' }, { M: { S: { S: 'x' } } }]) {
      const rows = [{ ...newUpdateRow(), path: 'a', operand: { kind: 'value', value } as const }];
      const applied = applyRows('UpdateItem', options({ updateRows: rows }));
      const text = applied.ok ? applied.texts.values : undefined;
      expect(readValues(text ?? '')).toMatchObject({ value: { ':a': value } });
    }
  });

  it('leave the update expression of another operation alone', () => {
    expect(applyRows('PutItem', options({ updateRows, conditionRows }))).toMatchObject({
      texts: { condition: '#price > :price', values: '{\n  ":price": 10.50\n}' },
    });
  });

  it('name the row that is wrong', () => {
    const row = { ...newUpdateRow(), path: '' };
    expect(applyRows('UpdateItem', options({ updateRows: [row] }))).toEqual({
      ok: false,
      message: 'Name the attribute.',
      rowId: row.id,
    });
  });
});
