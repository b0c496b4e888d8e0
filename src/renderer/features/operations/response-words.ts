import type { OperationResult } from '../../../contract/items.ts';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import type { ReturnValues, WireRequest } from '../../../domain/requests/index.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { Operation } from './operation-draft.ts';

/** What DynamoDB answered to an operation, taken apart. */
export type Answer = {
  /** What the attributes are, or why there are none. */
  readonly heading: string;
  readonly attributes: AttributeMap | undefined;
  /** HTTP status, time, attempts, capacity: in words. */
  readonly facts: readonly string[];
  readonly requestId: string | undefined;
  /** Capacity units that were consumed, where the endpoint says. */
  readonly capacity: number | undefined;
};

type Body = {
  readonly Attributes?: AttributeMap;
  readonly Item?: AttributeMap;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
};

const attributesHeading: Readonly<Record<ReturnValues, string>> = {
  NONE: 'Attributes',
  ALL_OLD: 'The item as it was',
  UPDATED_OLD: 'The changed attributes as they were',
  ALL_NEW: 'The item as it is now',
  UPDATED_NEW: 'The changed attributes as they are now',
};

const nothingReturned: Readonly<Record<Operation, string>> = {
  PutItem: 'The item was put.',
  GetItem: 'There is no item with this key.',
  UpdateItem: 'The item was updated.',
  DeleteItem: 'Done: no item has this key now.',
};

const nothingBefore: Readonly<Record<Operation, string>> = {
  ...nothingReturned,
  PutItem: 'The item was put. No item had this key before.',
  UpdateItem: 'The item was created: none had this key before.',
  DeleteItem: 'No item had this key, so nothing was deleted.',
};

function headingOf(operation: Operation, asked: ReturnValues, isThere: boolean): string {
  if (operation === 'GetItem') return isThere ? 'The item' : nothingReturned.GetItem;
  if (isThere) return attributesHeading[asked];
  return asked === 'ALL_OLD' ? nothingBefore[operation] : nothingReturned[operation];
}

const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The operation, and HTTP status, time, attempts and capacity where they are known. */
export function factsOf(result: {
  readonly operation: Operation;
  readonly httpStatus?: number | undefined;
  readonly elapsedMs?: number | undefined;
  readonly attempts?: number | undefined;
  readonly capacity?: number | undefined;
}): string[] {
  const facts: string[] = [result.operation];
  if (result.httpStatus !== undefined) facts.push(`HTTP ${result.httpStatus}`);
  if (result.elapsedMs !== undefined) facts.push(`${Math.round(result.elapsedMs)} ms`);
  if (result.attempts !== undefined) facts.push(plural(result.attempts, 'attempt'));
  if (result.capacity !== undefined) facts.push(plural(result.capacity, 'capacity unit'));
  return facts;
}

/** Takes apart what was answered to a request. */
export function readAnswer(
  operation: Operation,
  request: WireRequest,
  result: OperationResult,
): Answer {
  const body = JSON.parse(result.response) as Body;
  const attributes = operation === 'GetItem' ? body.Item : body.Attributes;
  const asked = 'ReturnValues' in request ? (request.ReturnValues ?? 'NONE') : 'NONE';
  const capacity = body.ConsumedCapacity?.CapacityUnits;
  return {
    heading: headingOf(operation, asked, attributes !== undefined),
    attributes,
    facts: factsOf({ ...result, operation, capacity }),
    requestId: result.requestId,
    capacity,
  };
}

/** The attributes with those of the key first. */
export function keyFirst(attributes: AttributeMap, schema: KeySchema): AttributeMap {
  const names = keyNames(schema);
  const isKey = ([name]: [string, unknown]) => names.includes(name);
  const entries = Object.entries(attributes);
  const keys = entries.filter(isKey).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b));
  return Object.fromEntries([...keys, ...entries.filter((entry) => !isKey(entry))]);
}
