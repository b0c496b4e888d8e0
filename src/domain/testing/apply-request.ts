import { getAttribute, removeAttribute, setAttribute } from '../attribute-map.ts';
import type { AttributeMap, AttributeValue, Item } from '../attribute-value.ts';
import { attributeValuesEqual } from '../equality.ts';
import type { ItemChange } from '../item-edit.ts';
import type { UpdateRequest } from '../requests/index.ts';

/**
 * A table of one item: what the writes of `buildItemChange` do to it, or `refused`. A move needs a
 * table of two.
 */
export function applyChange(
  stored: Item | undefined,
  change: ItemChange,
): Item | 'refused' | undefined {
  if (change.operation === 'TransactWriteItems') throw new TypeError('A move is of two items');
  if (!holds(stored, change.request)) return 'refused';
  switch (change.operation) {
    case 'PutItem':
      return change.request.Item;
    case 'UpdateItem':
      return update(stored ?? change.request.Key, change.request);
    default:
      return undefined;
  }
}

type Expressions = {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: AttributeMap;
};

function holds(stored: Item | undefined, request: Expressions): boolean {
  return (request.ConditionExpression ?? '').split(' AND ').every((condition) => {
    const match = /^(attribute_exists|attribute_not_exists)\((#\w+)\)$/.exec(condition);
    if (match !== null) {
      const exists = getAttribute(stored ?? {}, nameOf(request, match[2])) !== undefined;
      return exists === (match[1] === 'attribute_exists');
    }
    const [path, value] = condition.split(' = ');
    const actual = getAttribute(stored ?? {}, nameOf(request, path));
    return actual !== undefined && attributeValuesEqual(actual, valueOf(request, value));
  });
}

function update(stored: Item, request: UpdateRequest): Item {
  const match = /^(?:SET (.+?))?(?: ?REMOVE (.+))?$/.exec(request.UpdateExpression ?? '');
  let item = stored;
  for (const part of match?.[1]?.split(', ') ?? []) {
    const [path, value] = part.split(' = ');
    item = setAttribute(item, nameOf(request, path), valueOf(request, value));
  }
  for (const path of match?.[2]?.split(', ') ?? [])
    item = removeAttribute(item, nameOf(request, path));
  return item;
}

function nameOf(request: Expressions, placeholder = ''): string {
  const entries = Object.entries(request.ExpressionAttributeNames ?? {});
  const found = entries.find(([other]) => other === placeholder);
  if (found === undefined) throw new Error(`No name behind ${placeholder}`);
  return found[1];
}

function valueOf(request: Expressions, placeholder = ''): AttributeValue {
  const value = getAttribute(request.ExpressionAttributeValues ?? {}, placeholder);
  if (value === undefined) throw new Error(`No value behind ${placeholder}`);
  return value;
}
