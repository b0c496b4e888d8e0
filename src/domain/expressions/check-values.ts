import { getAttribute } from '../attribute-map.ts';
import {
  attributeTypeNames,
  attributeTypes,
  typeOf,
  type AttributeMap,
  type AttributeType,
} from '../attribute-value.ts';
import type { Condition, Operand, SetValue } from './ast.ts';
import { printAttributePath } from './attribute-path.ts';
import { errorAt } from './expression-error.ts';
import type { ParsedExpression } from './parsed-expressions.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';
import { resolvePath } from './resolve-path.ts';
import { simpleConditions } from './walk.ts';

const sets: readonly AttributeType[] = ['SS', 'NS', 'BS'];

/**
 * Checks what DynamoDB says of the types of values before it looks at any item. The sandbox's
 * engine lets some of it pass, and what works there must work on the service. Throws
 * ExpressionError.
 */
export function checkValues(
  parsed: ParsedExpression,
  names: ExpressionAttributeNames,
  values: AttributeMap,
): void {
  const fail = (position: number | undefined, problem: string) =>
    errorAt(parsed.kind, parsed.text, position ?? 0, problem);

  /** The type where it is known without an item: a path's is for DynamoDB to find. */
  function typeOfOperand(operand: Operand | SetValue): AttributeType | undefined {
    if (operand.kind === 'size') return 'N';
    const value = operand.kind === 'value' ? getAttribute(values, operand.placeholder) : undefined;
    return value === undefined ? undefined : typeOf(value);
  }

  function need(types: readonly AttributeType[], operand: Operand | SetValue, words: string): void {
    const type = typeOfOperand(operand);
    if (type === undefined || types.includes(type)) return;
    const position = 'position' in operand ? operand.position : undefined;
    const what = operand.kind === 'value' ? `"${operand.placeholder}"` : operand.kind;
    throw fail(position, `${words}, and ${what} is of type ${attributeTypeNames[type]}`);
  }

  function checkDistinct(operator: string, first: Operand, second: Operand): void {
    if (first.kind !== 'path' || second.kind !== 'path') return;
    const path = printAttributePath(resolvePath(first, names));
    if (path !== printAttributePath(resolvePath(second, names))) return;
    throw fail(second.position, `${operator} compares "${path}" with itself`);
  }

  function checkCondition(condition: Condition): void {
    if (condition.kind === 'comparison') {
      checkDistinct(condition.operator, condition.left, condition.right);
    } else if (condition.kind === 'between') {
      const lower = typeOfOperand(condition.lower);
      const upper = typeOfOperand(condition.upper);
      const areValues = condition.lower.kind === 'value' && condition.upper.kind === 'value';
      if (!areValues || lower === undefined || upper === undefined || lower === upper) return;
      throw fail(
        condition.upper.position,
        `BETWEEN needs two bounds of the same type, and these are ${attributeTypeNames[lower]} and ${attributeTypeNames[upper]}`,
      );
    } else if (condition.kind === 'function') {
      const [first, second] = condition.operands;
      if (first === undefined || second === undefined) return;
      if (condition.name === 'attribute_type') checkTypeName(second);
      else checkDistinct(condition.name, first, second);
      if (condition.name !== 'begins_with') return;
      for (const operand of condition.operands) {
        need(['S', 'B'], operand, 'begins_with needs a String or a Binary');
      }
    }
  }

  function checkTypeName(operand: Operand): void {
    need(['S'], operand, 'attribute_type needs a String that names a type');
    const value = operand.kind === 'value' ? getAttribute(values, operand.placeholder) : undefined;
    if (value === undefined || !('S' in value)) return;
    if ((attributeTypes as readonly string[]).includes(value.S)) return;
    throw fail(
      operand.position,
      `"${value.S}" is not a type. The types are ${attributeTypes.join(', ')}`,
    );
  }

  function checkSetValue(value: SetValue): void {
    if (value.kind === 'arithmetic') {
      for (const operand of [value.left, value.right]) {
        need(['N'], operand, `${value.operator} needs a Number`);
        checkSetValue(operand);
      }
    } else if (value.kind === 'list_append') {
      for (const operand of [value.first, value.second]) {
        need(['L'], operand, 'list_append needs a List');
        checkSetValue(operand);
      }
    } else if (value.kind === 'if_not_exists') checkSetValue(value.operand);
  }

  if (parsed.condition) simpleConditions(parsed.condition).forEach(checkCondition);
  for (const clause of parsed.update?.clauses ?? []) {
    if (clause.kind === 'SET') clause.actions.forEach(({ value }) => checkSetValue(value));
    else if (clause.kind === 'ADD') {
      for (const { value } of clause.actions)
        need(['N', ...sets], value, 'ADD needs a Number or a set');
    } else if (clause.kind === 'DELETE') {
      for (const { value } of clause.actions) need(sets, value, 'DELETE needs a set');
    }
  }
}
