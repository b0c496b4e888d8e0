import type { ProjectionExpression, SetValue, UpdateClause, UpdateExpression } from './ast.ts';
import { asWritten, printPath, type PrintStyle } from './print-path.ts';

function printValue(value: SetValue, style: PrintStyle): string {
  const print = (operand: SetValue) => printValue(operand, style);
  switch (value.kind) {
    case 'path':
      return printPath(value, style);
    case 'value':
      return style.value(value.placeholder);
    case 'if_not_exists':
      return `if_not_exists(${printPath(value.path, style)}, ${print(value.operand)})`;
    case 'list_append':
      return `list_append(${print(value.first)}, ${print(value.second)})`;
    default:
      return `${print(value.left)} ${value.operator} ${print(value.right)}`;
  }
}

function printActions(clause: UpdateClause, style: PrintStyle): string[] {
  if (clause.kind === 'REMOVE') return clause.paths.map((path) => printPath(path, style));
  if (clause.kind === 'SET') {
    return clause.actions.map(
      ({ path, value }) => `${printPath(path, style)} = ${printValue(value, style)}`,
    );
  }
  return clause.actions.map(
    ({ path, value }) => `${printPath(path, style)} ${style.value(value.placeholder)}`,
  );
}

/** An update expression; parsing it gives the same tree. */
export function printUpdateExpression(
  update: UpdateExpression,
  style: PrintStyle = asWritten,
): string {
  return update.clauses
    .map((clause) => `${clause.kind} ${printActions(clause, style).join(', ')}`)
    .join(' ');
}

/** A projection expression; parsing it gives the same tree. */
export function printProjectionExpression(
  projection: ProjectionExpression,
  style: PrintStyle = asWritten,
): string {
  return projection.paths.map((path) => printPath(path, style)).join(', ');
}
