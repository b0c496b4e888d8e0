import type { Run, RunOutcome } from '../../../contract/library.ts';

type Members = { readonly [name: string]: unknown };

/**
 * Whether a line of the history is a run. By hand: the schema takes three times as long for 10,000
 * lines as reading them does, and what it limits was checked when they came.
 */
export function isRun(value: unknown): value is Run {
  if (!isObject(value)) return false;
  const { id, startedAt, request, outcome } = value;
  return isId(id) && isNumber(startedAt) && isRequest(request) && isOutcome(outcome);
}

/** Whether a line tells how a run went by now. */
export function isAmendment(value: unknown): value is { id: number; outcome: RunOutcome } {
  return isObject(value) && isId(value['id']) && isOutcome(value['outcome']);
}

function isRequest(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, connectionId, connectionName, tableName, indexName, words, form } = value;
  return (
    [kind, connectionId, connectionName, words].every(isText) &&
    [tableName, indexName, form].every((text) => text === undefined || isText(text))
  );
}

function isOutcome(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { elapsedMs, rowCount, scannedCount, capacity, errorCode } = value;
  return (
    isNumber(elapsedMs) &&
    [rowCount, scannedCount, capacity].every((count) => count === undefined || isNumber(count)) &&
    (errorCode === undefined || isText(errorCode))
  );
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;
