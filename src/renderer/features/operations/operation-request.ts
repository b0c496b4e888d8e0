import type { TableDescription } from '../../../contract/tables.ts';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { checkItem } from '../../../domain/check-item.ts';
import {
  ExpressionError,
  expressionTitle,
  parseConditionExpression,
  parseProjectionExpression,
  parseUpdateExpression,
  sendableExpressions,
} from '../../../domain/expressions/index.ts';
import type {
  ExpressionInput,
  ExpressionKind,
  SendableExpressions,
} from '../../../domain/expressions/index.ts';
import { checkItemKeys } from '../../../domain/keys.ts';
import {
  buildDeleteRequest,
  buildGetRequest,
  buildPutRequest,
  buildUpdateRequest,
} from '../../../domain/requests/index.ts';
import type { WireRequest } from '../../../domain/requests/index.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { OperationDraft, OperationOptions } from './operation-draft.ts';
import { readAttributes, readNames, readValues } from './read-attributes.ts';
import type { ReadText, TextProblem } from './read-attributes.ts';

/** The fields of the form that can be wrong. */
export type Field = 'item' | 'key' | 'update' | 'condition' | 'projection' | 'names' | 'values';

export type Problems = Partial<Record<Field, TextProblem & { readonly position?: number }>>;

export type BuiltRequest =
  | { readonly ok: true; readonly request: WireRequest }
  | { readonly ok: false; readonly problems: Problems };

const fieldOf: Readonly<Record<ExpressionKind, Field>> = {
  update: 'update',
  condition: 'condition',
  projection: 'projection',
  names: 'names',
  values: 'values',
  filter: 'condition',
  'key condition': 'condition',
  'attribute path': 'condition',
};

/** The expressions that an operation has; a text left from another operation is not one. */
function expressionsOf({ operation }: OperationDraft, options: OperationOptions): ExpressionInput {
  if (operation === 'GetItem') return { projectionExpression: options.projection };
  return {
    conditionExpression: options.condition,
    ...(operation === 'UpdateItem' && { updateExpression: options.update }),
  };
}

/** The message without the expression's title: it stands at its field. */
function atField({ message, expression }: ExpressionError): string {
  const words = message.replace(`${expressionTitle(expression)}, `, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function problemOf(error: unknown): Problems {
  if (!(error instanceof ExpressionError)) throw error;
  const { position } = error;
  const problem = { message: atField(error), ...(position !== undefined && { position }) };
  return { [fieldOf[error.expression]]: problem };
}

function checkExpressions(
  input: ExpressionInput,
): { expressions: SendableExpressions } | { problems: Problems } {
  try {
    return { expressions: sendableExpressions(input) };
  } catch (error) {
    return { problems: problemOf(error) };
  }
}

/** What is wrong with expressions by themselves, whatever their names and values may be. */
function checkSyntax({
  updateExpression,
  conditionExpression,
  ...reads
}: ExpressionInput): Problems {
  const problems: Problems = {};
  const tryToRead = (text: string | undefined, parse: (text: string) => unknown) => {
    try {
      if (text !== undefined && text.trim() !== '') parse(text);
    } catch (error) {
      Object.assign(problems, problemOf(error));
    }
  };
  tryToRead(updateExpression, parseUpdateExpression);
  tryToRead(conditionExpression, parseConditionExpression);
  tryToRead(reads.projectionExpression, parseProjectionExpression);
  return problems;
}

/** Why these attributes cannot be the key of an item, in words. */
function checkKey(key: AttributeMap, table: TableDescription): string | undefined {
  const names = keyNames(table);
  const others = Object.keys(key).filter((name) => !names.includes(name));
  if (others.length > 0) {
    const is = others.length === 1 ? 'is' : 'are';
    return `A key of ${table.tableName} is ${names.join(' and ')} and nothing else; ${others.join(', ')} ${is} no part of it.`;
  }
  return checkItemKeys(key, table);
}

/** What of the form is wrong, or the request that it makes: exactly what is sent. */
export function buildOperation(draft: OperationDraft, table: TableDescription): BuiltRequest {
  const { operation } = draft;
  const options = draft.options[operation];
  const subject = operation === 'PutItem' ? 'item' : 'key';
  const problems: Problems = {};
  const take = <Value>(field: Field, read: ReadText<Value>): Value | undefined => {
    if (read.ok) return read.value;
    problems[field] = read.problem;
    return undefined;
  };

  const { text, format } = draft[subject];
  const attributes = take(subject, readAttributes(text, format));
  const refusal =
    attributes &&
    (operation === 'PutItem' ? checkItem(attributes, table) : checkKey(attributes, table));
  if (refusal !== undefined) problems[subject] = { message: refusal };

  const names = take('names', readNames(options.names));
  const values = operation === 'GetItem' ? {} : take('values', readValues(options.values));
  const typed = expressionsOf(draft, options);
  const checked =
    names && values
      ? checkExpressions({
          ...typed,
          expressionAttributeNames: names,
          expressionAttributeValues: values,
          keyNames: keyNames(table),
        })
      : { problems: checkSyntax(typed) };
  if ('problems' in checked) Object.assign(problems, checked.problems);

  if (attributes === undefined || 'problems' in checked) {
    return { ok: false, problems };
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, request: build(draft, table.tableName, attributes, checked.expressions) };
}

function build(
  { operation, options }: OperationDraft,
  tableName: string,
  attributes: AttributeMap,
  expressions: SendableExpressions,
): WireRequest {
  const { returnValues, consistentRead } = options[operation];
  const common = { tableName, expressions };
  const old = returnValues === 'ALL_OLD' ? returnValues : 'NONE';
  switch (operation) {
    case 'PutItem':
      return buildPutRequest({ ...common, item: attributes, returnValues: old });
    case 'GetItem':
      return buildGetRequest({ ...common, key: attributes, consistentRead });
    case 'UpdateItem':
      return buildUpdateRequest({ ...common, key: attributes, returnValues });
    default:
      return buildDeleteRequest({ ...common, key: attributes, returnValues: old });
  }
}
