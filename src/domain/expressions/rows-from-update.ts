import type { AttributeValue } from '../attribute-value.ts';
import type { PathNode, SetAction, SetValue, UpdateClause, UpdateOperand } from './ast.ts';
import type { AttributePath } from './attribute-path.ts';
import type { RowOperand, UpdateOperation, UpdateRow } from './builder-rows.ts';
import { parseUpdateExpression } from './parse-update.ts';
import { createOperandReader, type ExpressionTexts } from './rows-from-condition.ts';

const samePath = (a: AttributePath, b: AttributePath) =>
  a.length === b.length && a.every((element, place) => element === b[place]);

/**
 * The rows that an update expression means: the inverse of `buildUpdateExpression`. Throws
 * ExpressionError with the place of a syntax error, of a name or value that is not defined, or of
 * what the form has no row for (such as `a = b + :one`). No rows for a blank text.
 */
export function readUpdateRows(given: ExpressionTexts): UpdateRow[] {
  if (given.expression.trim() === '') return [];
  const { fail, pathOf, operandOf } = createOperandReader('update', given);

  /** An operand that is a value or an attribute by itself. */
  function simple(operand: UpdateOperand, near: PathNode): RowOperand {
    if (operand.kind === 'path' || operand.kind === 'value') return operandOf(operand);
    return fail(near.position, `a row has no room for ${operand.kind} at this place`);
  }

  /** The row's own attribute as it stands, or what to start from; undefined where it is neither. */
  function current(operand: UpdateOperand, own: AttributePath) {
    if (operand.kind === 'path') return samePath(pathOf(operand), own) ? {} : undefined;
    if (operand.kind !== 'if_not_exists' || !samePath(pathOf(operand.path), own)) return undefined;
    if (operand.operand.kind !== 'value') return undefined;
    const start = operandOf(operand.operand);
    return 'value' in start ? { startFrom: start.value } : undefined;
  }

  function changing(
    path: PathNode,
    operation: UpdateOperation,
    [changed, by]: readonly [UpdateOperand, UpdateOperand],
  ): UpdateRow | undefined {
    const own = pathOf(path);
    const from: { startFrom?: AttributeValue } | undefined = current(changed, own);
    return from && { path: own, operation, operand: simple(by, path), ...from };
  }

  function setValue(path: PathNode, value: SetValue): UpdateRow {
    const own = pathOf(path);
    if (value.kind === 'path' || value.kind === 'value')
      return { path: own, operation: 'SET', operand: operandOf(value) };
    if (value.kind === 'if_not_exists' && samePath(pathOf(value.path), own))
      return { path: own, operation: 'SET if_not_exists', operand: simple(value.operand, path) };
    const row =
      value.kind === 'arithmetic'
        ? changing(path, `SET ${value.operator}`, [value.left, value.right])
        : value.kind === 'list_append'
          ? (changing(path, 'SET list_append', [value.first, value.second]) ??
            changing(path, 'SET list_prepend', [value.second, value.first]))
          : undefined;
    return row ?? fail(path.position, 'a row changes an attribute from what it is itself');
  }

  const set = ({ path, value }: SetAction) => setValue(path, value);

  function rowsOf(clause: UpdateClause): UpdateRow[] {
    if (clause.kind === 'SET') return clause.actions.map(set);
    if (clause.kind === 'REMOVE')
      return clause.paths.map((path) => ({ path: pathOf(path), operation: 'REMOVE' }));
    const { kind, actions } = clause;
    return actions.map(({ path, value }) => ({
      path: pathOf(path),
      operation: kind,
      operand: operandOf(value),
    }));
  }
  return parseUpdateExpression(given.expression).clauses.flatMap(rowsOf);
}
