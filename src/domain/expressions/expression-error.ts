import { DomainError } from '../domain-error.ts';

/** What the error is in: one of the expressions, one of the two maps, or an attribute path. */
export type ExpressionKind =
  | 'update'
  | 'condition'
  | 'filter'
  | 'key condition'
  | 'projection'
  | 'names'
  | 'values'
  | 'attribute path';

const titles: Readonly<Record<ExpressionKind, string>> = {
  update: 'Update expression',
  condition: 'Condition expression',
  filter: 'Filter expression',
  'key condition': 'Key condition expression',
  projection: 'Projection expression',
  names: 'Expression attribute names',
  values: 'Expression attribute values',
  'attribute path': 'Attribute path',
};

/** The words on the screen for an expression, such as `Condition expression`. */
export function expressionTitle(expression: ExpressionKind): string {
  return titles[expression];
}

/** An expression that cannot be sent as it stands; the message says where and what to do. */
export class ExpressionError extends DomainError {
  readonly expression: ExpressionKind;
  /** Offset in UTF-16 units from 0, as editors count; undefined where no one place is to blame. */
  readonly position: number | undefined;
  /** Line from 1. */
  readonly line: number | undefined;
  /** Column from 1, in UTF-16 units. */
  readonly column: number | undefined;

  constructor(message: string, expression: ExpressionKind, place?: Place) {
    super(message);
    this.name = 'ExpressionError';
    this.expression = expression;
    this.position = place?.position;
    this.line = place?.line;
    this.column = place?.column;
  }
}

type Place = { readonly position: number; readonly line: number; readonly column: number };

function placeOf(text: string, position: number): Place {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { position, line, column: position - before.lastIndexOf('\n') };
}

/** An error at one place of an expression's text, named in the message. */
export function errorAt(
  expression: ExpressionKind,
  text: string,
  position: number,
  problem: string,
): ExpressionError {
  const place = placeOf(text, position);
  const where = text.includes('\n')
    ? `line ${place.line}, column ${place.column}`
    : `character ${position + 1}`;
  return new ExpressionError(`${titles[expression]}, ${where}: ${problem}`, expression, place);
}

/** An error at one place whose message names the expression by itself. */
export function errorIn(
  expression: ExpressionKind,
  text: string,
  position: number,
  message: string,
): ExpressionError {
  return new ExpressionError(message, expression, placeOf(text, position));
}
