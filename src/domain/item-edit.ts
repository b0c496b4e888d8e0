import type { Item } from './attribute-value.ts';
import { DomainError } from './domain-error.ts';
import type { SendableExpressions } from './expressions/sendable-expressions.ts';
import { attributeExpressions } from './item-edit-expressions.ts';
import type { AttributeExpectation, AttributeUpdate } from './item-edit-expressions.ts';
import type { ItemChange } from './item-change.ts';
import { diffItems } from './item-diff.ts';
import { checkItemKeys, keyIdentity, keyOf } from './keys.ts';
import { buildDeleteRequest, buildPutRequest, buildUpdateRequest } from './requests/index.ts';
import { keyNames } from './table-schema.ts';
import type { KeySchema } from './table-schema.ts';
import { actionOf, transactionOf } from './transaction.ts';

export { diffItems } from './item-diff.ts';
export type { AttributeDifference } from './item-diff.ts';
export type { ItemChange } from './item-change.ts';

/**
 * The write that turns the original into the edited item; undefined where they are equal.
 *
 * - A new item is put, unless one with its key exists.
 * - A changed item is updated: only the attributes that differ, if each still has its old value
 *   (or is still missing) and the item still exists.
 * - An item with another key is deleted as it was read and put where there is none, in one
 *   transaction: a key cannot be changed in place.
 * - A deleted item is deleted if all its attributes have the values that were read. Attributes
 *   that somebody added since are not seen: DynamoDB has no condition for "and nothing else".
 *
 * DynamoDB takes 4 KB and 300 operators in a condition. A change of more attributes than that is
 * refused (a Put would need the same condition, and without one it would overwrite unseen). A
 * delete must be possible, so it compares as many attributes as there is room for and names the
 * rest in `unguarded`. Throws DomainError.
 */
export function buildItemChange(
  schema: KeySchema,
  tableName: string,
  original: Item | undefined,
  edited: Item | undefined,
): ItemChange | undefined {
  if (edited !== undefined) requireKey(edited, schema);
  if (original !== undefined) requireKey(original, schema);
  if (original === undefined && edited === undefined) return undefined;
  if (original === undefined) return edited && putNew(schema, tableName, edited);
  if (edited === undefined) return deleteRead(schema, tableName, original);
  if (isMove(schema, original, edited)) return move(schema, tableName, original, edited);
  return updateChanged(schema, tableName, original, edited);
}

/** Whether an edit gives the item another key, so that it becomes another item to DynamoDB. */
export function isMove(schema: KeySchema, original: Item, edited: Item): boolean {
  return keyIdentity(original, schema) !== keyIdentity(edited, schema);
}

/** The change that undoes a change that was made, if what it wrote still stands. */
export function invertChange(
  schema: KeySchema,
  tableName: string,
  change: Pick<ItemChange, 'original' | 'edited'>,
): ItemChange | undefined {
  return buildItemChange(schema, tableName, change.edited, change.original);
}

function move(schema: KeySchema, tableName: string, original: Item, edited: Item): ItemChange {
  const removed = deleteRead(schema, tableName, original);
  const added = putNew(schema, tableName, edited);
  return {
    operation: 'TransactWriteItems',
    request: transactionOf([actionOf(removed), actionOf(added)]),
    original,
    edited,
    unguarded: removed.unguarded,
  };
}

function putNew(schema: KeySchema, tableName: string, item: Item) {
  const { expressions } = attributeExpressions(
    [{ name: schema.partitionKey.name, exists: false }],
    [],
  );
  const request = buildPutRequest({ tableName, item, expressions });
  return { operation: 'PutItem', request, edited: item, unguarded: [] } satisfies ItemChange;
}

function deleteRead(schema: KeySchema, tableName: string, item: Item) {
  const keys = keyNames(schema);
  const others = Object.entries(item).filter(([name]) => !keys.includes(name));
  const expectations: AttributeExpectation[] = [
    { name: schema.partitionKey.name, exists: true },
    ...others.map(([name, value]) => ({ name, exists: true, value })),
  ];
  const { expressions, used } = attributeExpressions(expectations, []);
  const key = keyOf(item, schema);
  // What it had more than was read is told by the answer: an undo must bring that back, too.
  const returnValues = 'ALL_OLD';
  const request = buildDeleteRequest({ tableName, key, expressions, returnValues });
  const unguarded = expectations.slice(used).map(({ name }) => name);
  return { operation: 'DeleteItem', request, original: item, unguarded } satisfies ItemChange;
}

function updateChanged(
  schema: KeySchema,
  tableName: string,
  original: Item,
  edited: Item,
): ItemChange | undefined {
  const differences = diffItems(original, edited);
  if (differences.length === 0) return undefined;
  const expectations: AttributeExpectation[] = [
    { name: schema.partitionKey.name, exists: true },
    ...differences.map(({ name, before }) =>
      before === undefined ? { name, exists: false } : { name, exists: true, value: before },
    ),
  ];
  const updates: AttributeUpdate[] = differences.map(({ name, after }) => ({ name, value: after }));
  const { expressions, used } = attributeExpressions(expectations, updates);
  if (used < expectations.length) refuseTooMany(differences.length, used - 1);
  return {
    ...updateRequest(tableName, schema, original, expressions),
    original,
    edited,
    unguarded: [],
  };
}

function updateRequest(
  tableName: string,
  schema: KeySchema,
  original: Item,
  expressions: SendableExpressions,
) {
  const key = keyOf(original, schema);
  // What was written is told by the answer: it need not be read again.
  const returnValues = 'ALL_NEW';
  const request = buildUpdateRequest({ tableName, key, expressions, returnValues });
  return { operation: 'UpdateItem', request } as const;
}

function requireKey(item: Item, schema: KeySchema): void {
  const problem = checkItemKeys(item, schema);
  if (problem !== undefined) throw new DomainError(problem);
}

function refuseTooMany(count: number, room: number): never {
  const limit = `DynamoDB has room to compare ${room} of them in one write`;
  throw new DomainError(
    `${count} attributes are changed at once. ${limit}; save the change in smaller steps.`,
  );
}
