import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import { conditionOperators } from '../../../domain/expressions/index.ts';
import type { ConditionOperator } from '../../../domain/expressions/index.ts';
import { changeType, emptyValueOf } from '../values/default-value.ts';
import type { FilterRow } from './query-form.ts';

/** The types that a filter compares with. */
export const operandTypes = ['S', 'N', 'B', 'BOOL', 'NULL'] as const;

function countsOf(operator: ConditionOperator) {
  const found = conditionOperators.find((other) => other.operator === operator);
  return found ?? { minimumOperands: 1, maximumOperands: 1 };
}

/** Whether more values may be added: `in a list` takes up to a hundred. */
export function takesMore({ operator, values }: FilterRow): boolean {
  const { minimumOperands, maximumOperands } = countsOf(operator);
  return minimumOperands !== maximumOperands && values.length < maximumOperands;
}

/** The filter with another operator, and as many values as that takes; typed ones are kept. */
export function chooseOperator(filter: FilterRow, operator: ConditionOperator): FilterRow {
  const { minimumOperands, maximumOperands } = countsOf(operator);
  if (operator === 'attribute_type') return { ...filter, operator, values: [{ S: 'S' }] };
  // A type's name is no value to go on with.
  const kept = filter.operator === 'attribute_type' ? [] : filter.values;
  const first: AttributeValue = kept[0] ?? { S: '' };
  const values = kept.slice(0, maximumOperands);
  while (values.length < minimumOperands) values.push(emptyValueOf(typeOf(first)));
  return { ...filter, operator, values };
}

/** The filter on another attribute; its values take the type that the attribute is known to have. */
export function choosePath(
  filter: FilterRow,
  path: string,
  types: readonly AttributeType[],
): FilterRow {
  const type = operandTypes.find((other) => other === types[0]);
  if (type === undefined || filter.operator === 'attribute_type') return { ...filter, path };
  return { ...filter, path, values: filter.values.map((value) => changeType(value, type)) };
}

/** The filter with one more value, of the type of the last. */
export function addOperand(filter: FilterRow): FilterRow {
  const last = filter.values.at(-1);
  const added = emptyValueOf(last === undefined ? 'S' : typeOf(last));
  return { ...filter, values: [...filter.values, added] };
}
