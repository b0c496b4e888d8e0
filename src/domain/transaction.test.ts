import { describe, expect, it } from 'vitest';
import type { Item } from './attribute-value.ts';
import { buildItemChange } from './item-edit.ts';
import type { ItemChange } from './item-edit.ts';
import { parseOperationRequest, serializeRequest } from './requests/index.ts';
import type { KeySchema } from './table-schema.ts';
import { actionsOf, buildTransaction } from './transaction.ts';

const schema: KeySchema = { partitionKey: { name: 'pk', type: 'N' } };
const item = (pk: number | string, text = ''): Item => ({ pk: { N: `${pk}` }, text: { S: text } });

function change(original: Item | undefined, edited: Item | undefined): ItemChange {
  const built = buildItemChange(schema, 'Books', original, edited);
  if (built === undefined) throw new Error('No change');
  return built;
}

const added = (count: number, text = '') =>
  Array.from({ length: count }, (_, index) => change(undefined, item(index, text)));

describe('buildTransaction', () => {
  it('holds the very requests that would be sent one by one, in their order', () => {
    const changes = [
      change(undefined, item(1)),
      change(item(2), item(2, 'new')),
      change(item(3), undefined),
      change(item(4), item(5)),
    ];
    const request = buildTransaction(schema, changes);
    expect(request.TransactItems.map((action) => Object.keys(action))).toEqual([
      ['Put'],
      ['Update'],
      ['Delete'],
      ['Delete'],
      ['Put'],
    ]);
    expect(request.TransactItems).toEqual(changes.flatMap(actionsOf));
    const [put, update] = changes.map((one) => one.request);
    const { ReturnConsumedCapacity: _one, ...Put } = put as object & Record<string, unknown>;
    const {
      ReturnConsumedCapacity: _two,
      ReturnValues: _all,
      ...Update
    } = update as object & Record<string, unknown>;
    expect(request.TransactItems.slice(0, 2)).toEqual([{ Put }, { Update }]);
    const text = serializeRequest(request);
    expect(parseOperationRequest('TransactWriteItems', text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['nothing', [], 'There is nothing to write.'],
    [
      'more than 100 actions',
      [...added(99), change(item(200), item(201))],
      '100 changes are 101 actions. One transaction takes at most 100; write them one by one,',
    ],
    [
      'more than 4 MB',
      added(11, 'x'.repeat(400_000)),
      'The items have 4,400,087 bytes together. One transaction takes at most 4,194,304 (4 MB);',
    ],
    [
      'one item twice',
      [change(item(1), undefined), change(undefined, item('1.0', 'again'))],
      'Two changes are about one item (pk = 1.0). A transaction takes one for each item.',
    ],
    [
      'an item that is moved to where another one is made',
      [change(item(1), item(2)), change(undefined, item(2))],
      'Two changes are about one item (pk = 2).',
    ],
  ])('refuses %s in words', (_words, changes, message) => {
    expect(() => buildTransaction(schema, changes)).toThrow(message);
  });

  it('takes a hundred', () => {
    expect(buildTransaction(schema, added(100)).TransactItems).toHaveLength(100);
  });
});
