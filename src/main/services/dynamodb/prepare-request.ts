import type { ErrorCode } from '../../../contract/sortkey-error.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { ExpressionError, sendableExpressions } from '../../../domain/expressions/index.ts';
import type { ExpressionInput } from '../../../domain/expressions/index.ts';

export type RequestOperation =
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'Scan'
  | 'UpdateItem';

/** A request whose shape was checked and whose expressions are safe to send. */
export type PreparedRequest = {
  readonly TableName: string;
  readonly [member: string]: unknown;
};

const expressionMembers = [
  ['UpdateExpression', 'updateExpression'],
  ['ConditionExpression', 'conditionExpression'],
  ['FilterExpression', 'filterExpression'],
  ['KeyConditionExpression', 'keyConditionExpression'],
  ['ProjectionExpression', 'projectionExpression'],
  ['ExpressionAttributeNames', 'expressionAttributeNames'],
  ['ExpressionAttributeValues', 'expressionAttributeValues'],
] as const;

/**
 * Reads a request's text, which a renderer sent and nobody has checked. Its expressions are parsed
 * and every raw attribute name in them becomes a placeholder: a name that is not ASCII would end
 * the sandbox's engine. What is wrong is thrown with the given code, in words.
 */
export function prepareRequest(
  operation: RequestOperation,
  text: string,
  code: ErrorCode,
): PreparedRequest {
  return sayingAs(code, () => {
    const request = readRequest(operation, text);
    const input = Object.fromEntries(
      expressionMembers.map(([member, name]) => [name, request[member]]),
    ) as ExpressionInput;
    const taken = new Set<string>(expressionMembers.map(([member]) => member));
    const others = Object.entries(request).filter(([member]) => !taken.has(member));
    return { ...Object.fromEntries(others), ...sendableExpressions(input) } as PreparedRequest;
  });
}

function readRequest(_operation: RequestOperation, text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

/** Runs pure code, turning what it throws into an error of the boundary. */
export function sayingAs<Result>(code: ErrorCode, run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    const place = cause instanceof ExpressionError ? cause : undefined;
    const data = {
      ...(cause.path === undefined ? {} : { path: cause.path }),
      ...(place?.line === undefined ? {} : { line: place.line }),
      ...(place?.column === undefined ? {} : { column: place.column }),
    };
    throw new SortkeyError(code, cause.message, { data }, { cause });
  }
}
