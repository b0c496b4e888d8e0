import type { ErrorCode } from '../../../contract/sortkey-error.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { ExpressionError, sendableExpressions } from '../../../domain/expressions/index.ts';
import type { ExpressionInput } from '../../../domain/expressions/index.ts';
import { jsonNodeToValue, JsonSyntaxError } from '../../../domain/json-node.ts';
import { readJson } from '../../../domain/json-reader.ts';
import { PartiqlError, withSendableStatement } from '../../../domain/partiql/index.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import { parseOperationRequest } from '../../../domain/requests/index.ts';
import type { WireOperation, WireRequests } from '../../../domain/requests/index.ts';

const expressionMembers = [
  ['UpdateExpression', 'updateExpression'],
  ['ConditionExpression', 'conditionExpression'],
  ['FilterExpression', 'filterExpression'],
  ['KeyConditionExpression', 'keyConditionExpression'],
  ['ProjectionExpression', 'projectionExpression'],
] as const;
const namesMember = 'ExpressionAttributeNames';
const valuesMember = 'ExpressionAttributeValues';
const rewritten: ReadonlySet<string> = new Set([
  ...expressionMembers.map(([member]) => member),
  namesMember,
  valuesMember,
]);

/**
 * Reads a request's text, which a renderer sent and nobody has checked. Its expressions are parsed
 * and every raw attribute name in them becomes a placeholder: a name that is not ASCII would end
 * the sandbox's engine. What is wrong is thrown with the given code, in words.
 */
export function prepareRequest<Operation extends WireOperation>(
  operation: Operation,
  text: string,
  code: ErrorCode,
): WireRequests[Operation] {
  try {
    const request = jsonNodeToValue(readJson(text));
    const sendable = isPlainObject(request) ? rewriteOf(operation)(request) : request;
    return parseOperationRequest(operation, JSON.stringify(sendable));
  } catch (cause) {
    if (cause instanceof DomainError) throw toInvalidRequest(cause, operation, code);
    throw cause;
  }
}

type Rewrite = (request: Record<string, unknown>) => Record<string, unknown>;

const rewrites: Readonly<Partial<Record<WireOperation, Rewrite>>> = {
  TransactWriteItems: withSendableActions,
  ExecuteStatement: withSendableStatement,
  BatchExecuteStatement: (request) => withSendableStatements(request, 'Statements'),
  ExecuteTransaction: (request) => withSendableStatements(request, 'TransactStatements'),
};

function rewriteOf(operation: WireOperation): Rewrite {
  return rewrites[operation] ?? withSendableExpressions;
}

function withSendableStatements(
  request: Record<string, unknown>,
  member: 'Statements' | 'TransactStatements',
): Record<string, unknown> {
  const statements = request[member];
  if (!Array.isArray(statements)) return request;
  const sendable = statements.map((one: unknown, index) => {
    if (!isPlainObject(one)) return one;
    return at(`${member}[${index}]`, () => withSendableStatement(one));
  });
  return { ...request, [member]: sendable };
}

/** What is wrong in a part of a request, with the path to that part. */
function at<Part>(path: string, read: () => Part): Part {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    throw new DomainError(`${path}: ${cause.message}`, path);
  }
}

/** Rewrites the expressions of each action of a transaction, as those of a request by itself. */
function withSendableActions(request: Record<string, unknown>): Record<string, unknown> {
  const { TransactItems: actions } = request;
  if (!Array.isArray(actions)) return request;
  return { ...request, TransactItems: actions.map(withSendableAction) };
}

function withSendableAction(action: unknown, index: number): unknown {
  if (!isPlainObject(action)) return action;
  const entries = Object.entries(action).map(([kind, inner]) => {
    if (!isPlainObject(inner)) return [kind, inner];
    const path = `TransactItems[${index}].${kind}`;
    return [kind, at(path, () => withSendableExpressions(inner))];
  });
  return Object.fromEntries(entries);
}

/** Leaves a request as it is where its members are not what they should be: that is told next. */
function withSendableExpressions(request: Record<string, unknown>): Record<string, unknown> {
  const input: [keyof ExpressionInput, unknown][] = [];
  for (const [member, name] of expressionMembers) {
    const expression = request[member];
    if (expression === undefined) continue;
    if (typeof expression !== 'string') return request;
    input.push([name, expression]);
  }
  const names = request[namesMember];
  if (names !== undefined) {
    if (!isPlainObject(names)) return request;
    if (!Object.values(names).every((name) => typeof name === 'string')) return request;
    input.push(['expressionAttributeNames', names]);
  }
  if (request[valuesMember] !== undefined) {
    input.push(['expressionAttributeValues', parseItem(request[valuesMember], valuesMember)]);
  }
  const others = Object.entries(request).filter(([member]) => !rewritten.has(member));
  const sendable = sendableExpressions(Object.fromEntries(input));
  return { ...Object.fromEntries(others), ...sendable };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toInvalidRequest(error: DomainError, operation: string, code: ErrorCode): SortkeyError {
  const data: Record<string, string | number> = {};
  if (error.path !== undefined) data['path'] = error.path;
  if (
    error instanceof ExpressionError ||
    error instanceof JsonSyntaxError ||
    error instanceof PartiqlError
  ) {
    if (error.line !== undefined) data['line'] = error.line;
    if (error.column !== undefined) data['column'] = error.column;
  }
  const message =
    error instanceof JsonSyntaxError
      ? `The ${operation} request is not JSON, line ${error.line}, column ${error.column}: ${error.message}`
      : error.message;
  return new SortkeyError(code, message, { data }, { cause: error });
}
