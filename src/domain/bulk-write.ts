import { getAttribute } from './attribute-map.ts';
import type { Item } from './attribute-value.ts';
import { elementsIn, valueAfter, withAttribute } from './bulk-act.ts';
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

/** One item's write. */
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
  if (change?.operation === 'UpdateItem' || change?.operation === 'DeleteItem')
    return withoutAnswer(change);
  throw new TypeError('The act changes nothing');
}

/** Nobody looks at what stands after one of many writes: it need not be sent. */
function withoutAnswer({ operation, request }: BulkWrite): BulkWrite {
  const { ReturnValues: _values, ...rest } = request;
  return { operation, request: rest };
}

function deleteElements(
  tableName: string,
  schema: KeySchema,
  part: Item,
  { name, value }: Extract<BulkAct, { kind: 'delete-elements' }>,
): BulkWrite {
  const before = getAttribute(part, name);
  const expectations: AttributeExpectation[] = [
    { name: schema.partitionKey.name, exists: true },
    { name, exists: true, value: before },
  ];
  const { expressions } = attributeExpressions(expectations, []);
  const placeholders = createPlaceholders(
    expressions.ExpressionAttributeNames,
    expressions.ExpressionAttributeValues,
  );
  // As they are written in the set: the sandbox's engine does not take 1.0 for 1 there.
  const elements = before === undefined ? undefined : elementsIn(before, value, true);
  if (elements === undefined) throw new TypeError('The act changes nothing');
  const update = `DELETE ${placeholders.name(name)} ${placeholders.value(elements, name)}`;
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
