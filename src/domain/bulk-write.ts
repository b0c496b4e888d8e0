import { getAttribute } from './attribute-map.ts';
import type { Item } from './attribute-value.ts';
import { valueAfter, withAttribute } from './bulk-act.ts';
import type { BulkAct } from './bulk-act.ts';
import { attributeValuesEqual } from './equality.ts';
import { createPlaceholders } from './expressions/placeholders.ts';
import { attributeExpressions } from './item-edit-expressions.ts';
import type { AttributeExpectation } from './item-edit-expressions.ts';
import { buildItemChange } from './item-edit.ts';
import { keyOf } from './keys.ts';
import { buildUpdateRequest } from './requests/index.ts';
import type { DeleteRequest, UpdateRequest } from './requests/index.ts';
import type { KeySchema } from './table-schema.ts';

/** One item's write, and what it was made from: the key and the attribute, or the whole item. */
export type BulkWrite =
  | { readonly operation: 'UpdateItem'; readonly request: UpdateRequest }
  | { readonly operation: 'DeleteItem'; readonly request: DeleteRequest };

/**
 * The write of an act on one item, under the condition that what it depends on is as it was read:
 * the attribute, or for a deletion the item. `part` is what `partOf` made of the item.
 */
export function buildBulkWrite(
  tableName: string,
  schema: KeySchema,
  part: Item,
  act: BulkAct,
): BulkWrite {
  if (act.kind === 'delete-elements') return deleteElements(tableName, schema, part, act);
  const edited =
    act.kind === 'delete'
      ? undefined
      : withAttribute(part, act.name, valueAfter(getAttribute(part, act.name), act));
  const change = buildItemChange(schema, tableName, part, edited);
  if (change === undefined || change.operation === 'PutItem') {
    throw new TypeError('The act changes nothing');
  }
  return change;
}

function deleteElements(
  tableName: string,
  schema: KeySchema,
  part: Item,
  { name, value }: Extract<BulkAct, { kind: 'delete-elements' }>,
): BulkWrite {
  const expectations: AttributeExpectation[] = [
    { name: schema.partitionKey.name, exists: true },
    { name, exists: true, value: getAttribute(part, name) },
  ];
  const { expressions } = attributeExpressions(expectations, []);
  const placeholders = createPlaceholders(
    expressions.ExpressionAttributeNames,
    expressions.ExpressionAttributeValues,
  );
  const update = `DELETE ${placeholders.name(name)} ${placeholders.value(value, name)}`;
  const request = buildUpdateRequest({
    tableName,
    key: keyOf(part, schema),
    expressions: {
      ...expressions,
      UpdateExpression: update,
      ExpressionAttributeNames: placeholders.names(),
      ExpressionAttributeValues: placeholders.values(),
    },
  });
  return { operation: 'UpdateItem', request };
}

/** Whether an item, as it stands now, already is as the act would have made it. */
export function isDone(part: Item, act: BulkAct, now: Item | undefined): boolean {
  if (act.kind === 'delete') return now === undefined;
  if (now === undefined) return false;
  const wanted = valueAfter(getAttribute(part, act.name), act);
  const found = getAttribute(now, act.name);
  if (wanted === undefined || found === undefined) return wanted === found;
  return attributeValuesEqual(wanted, found);
}
