import type { CodeMembers, WireCodeOperation } from '../code-request.ts';
import { tableNameOf } from '../notation.ts';
import { quoted } from './notation.ts';
import type { PythonKind } from './notation.ts';

/** What an operation is called on, the lines that make it, and what is left to say in the call. */
export type Receiver = {
  readonly setUp: readonly string[];
  readonly name: 'client' | 'dynamodb' | 'table';
  readonly request: CodeMembers;
};

/** Methods of a table, which knows its name. */
const tableOperations: ReadonlySet<WireCodeOperation> = new Set([
  'PutItem',
  'GetItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'DeleteTable',
]);

/** Takes Python's values like the resource; unlike the resource, threads may share it. */
export const resourceClient = 'client = dynamodb.meta.client';

/** Whose method the operation is; `shared` where several threads call it. */
export function receiverOf(
  kind: PythonKind,
  operation: WireCodeOperation,
  request: CodeMembers,
  shared = false,
): Receiver {
  if (kind === 'client') return { setUp: [], name: 'client', request };
  if (operation === 'CreateTable' || operation === 'BatchWriteItem') {
    return { setUp: [], name: 'dynamodb', request };
  }
  if (shared || !tableOperations.has(operation)) {
    return { setUp: [resourceClient], name: 'client', request };
  }
  const { TableName: _known, ...rest } = request;
  const table = `table = dynamodb.Table(${quoted(tableNameOf(request))})`;
  return { setUp: [table], name: 'table', request: rest };
}

/** `PutItem` as boto3 has it: `put_item`. */
export function methodOf(operation: WireCodeOperation): string {
  return operation.replaceAll(/(?!^)[A-Z]/g, '_$&').toLowerCase();
}
