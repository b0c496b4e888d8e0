import { DomainError } from '../domain-error.ts';
import {
  updateClauses,
  type PathNode,
  type SetAction,
  type SetValue,
  type UpdateClause,
  type UpdateOperand,
  type ValueAction,
  type ValueNode,
} from './ast.ts';
import { printAttributePath } from './attribute-path.ts';
import { buildOperand, buildPath } from './build-path.ts';
import type { UpdateRow } from './builder-rows.ts';
import type { BuiltExpression } from './condition-builder.ts';
import { createPlaceholders, type Placeholders } from './placeholders.ts';
import { printUpdateExpression } from './print-update.ts';

function operandOf(row: UpdateRow, placeholders: Placeholders): PathNode | ValueNode {
  if (row.operand === undefined) {
    throw new DomainError(
      `${row.operation} needs a value for "${printAttributePath(row.path)}".`,
      printAttributePath(row.path),
    );
  }
  return buildOperand(row.operand, row.path, placeholders);
}

/** The attribute as it stands, or what to start from where it is missing. */
function currentValue(row: UpdateRow, placeholders: Placeholders): UpdateOperand {
  const path = buildPath(row.path, placeholders);
  if (row.startFrom === undefined) return path;
  const operand = buildOperand({ value: row.startFrom }, row.path, placeholders);
  return { kind: 'if_not_exists', path, operand };
}

function buildSetValue(row: UpdateRow, path: PathNode, placeholders: Placeholders): SetValue {
  const operand = operandOf(row, placeholders);
  const current = () => currentValue(row, placeholders);
  switch (row.operation) {
    case 'SET +':
      return { kind: 'arithmetic', operator: '+', left: current(), right: operand };
    case 'SET -':
      return { kind: 'arithmetic', operator: '-', left: current(), right: operand };
    case 'SET list_append':
      return { kind: 'list_append', first: current(), second: operand };
    case 'SET list_prepend':
      return { kind: 'list_append', first: operand, second: current() };
    case 'SET if_not_exists':
      return { kind: 'if_not_exists', path, operand };
    default:
      return operand;
  }
}

function buildSet(row: UpdateRow, placeholders: Placeholders): SetAction {
  const path = buildPath(row.path, placeholders);
  return { path, value: buildSetValue(row, path, placeholders) };
}

function buildValueAction(row: UpdateRow, placeholders: Placeholders): ValueAction {
  const value = operandOf(row, placeholders);
  if (value.kind !== 'value') {
    throw new DomainError(
      `${row.operation} takes a value, not another attribute.`,
      printAttributePath(row.path),
    );
  }
  return { path: buildPath(row.path, placeholders), value };
}

function clauseOf(row: UpdateRow): UpdateClause['kind'] {
  const { operation } = row;
  return operation === 'REMOVE' || operation === 'ADD' || operation === 'DELETE'
    ? operation
    : 'SET';
}

function buildClause(
  kind: UpdateClause['kind'],
  rows: readonly UpdateRow[],
  placeholders: Placeholders,
): UpdateClause {
  if (kind === 'REMOVE')
    return { kind, paths: rows.map((row) => buildPath(row.path, placeholders)) };
  return kind === 'SET'
    ? { kind, actions: rows.map((row) => buildSet(row, placeholders)) }
    : { kind, actions: rows.map((row) => buildValueAction(row, placeholders)) };
}

/**
 * The update expression of a form's rows; rows of the same clause are put together. Give the same
 * `placeholders` to all builders of one request. Throws DomainError for a row that is not filled
 * in; whether paths overlap is for `sendableExpressions` to check.
 */
export function buildUpdateExpression(
  rows: readonly UpdateRow[],
  placeholders: Placeholders = createPlaceholders(),
): BuiltExpression {
  const clauses = updateClauses.flatMap((kind) => {
    const own = rows.filter((row) => clauseOf(row) === kind);
    return own.length === 0 ? [] : [buildClause(kind, own, placeholders)];
  });
  return {
    expression: printUpdateExpression({ clauses }),
    names: placeholders.names(),
    values: placeholders.values(),
  };
}
