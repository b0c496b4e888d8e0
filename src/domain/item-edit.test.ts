import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './attribute-value.ts';
import { itemsEqual } from './equality.ts';
import { buildItemChange, diffItems, invertChange } from './item-edit.ts';
import type { ItemChange } from './item-edit.ts';
import { parseOperationRequest, serializeRequest } from './requests/index.ts';
import type { KeySchema } from './table-schema.ts';
import { applyChange } from './testing/apply-request.ts';
import { arbitraryItem, arbitraryValue } from './testing/arbitrary-item.ts';

const schema: KeySchema = { partitionKey: { name: 'pk', type: 'S' } };

function change(original: Item | undefined, edited: Item | undefined): ItemChange {
  const built = buildItemChange(schema, 'Books', original, edited);
  if (built === undefined) throw new Error('No change');
  return built;
}

const keyed = arbitraryItem().map((item): Item => ({ ...item, pk: { S: 'a' } }));

/** An item and another one that shares some of its attributes. */
const edits = fc
  .tuple(keyed, keyed, fc.infiniteStream(fc.boolean()))
  .map(([original, other, coins]): [Item, Item] => {
    const kept = Object.entries(original).filter(() => coins.next().value);
    return [original, { ...Object.fromEntries(kept), ...other }];
  });

/** The item, or now and then none. */
function either(item: Item): fc.Arbitrary<Item | undefined> {
  return fc.constantFrom(undefined, item, item, item);
}

function wide(count: number, value: string): Item {
  const entries = Array.from({ length: count }, (_, index) => {
    return [`attribute_${index}`, { N: `${index}${value}` }] as const;
  });
  return { pk: { S: 'a' }, ...Object.fromEntries(entries) };
}

describe('buildItemChange', () => {
  it('makes the edited item, and its inverse the original one again', () => {
    const pairs = edits.chain(([original, edited]) => fc.tuple(either(original), either(edited)));
    fc.assert(
      fc.property(pairs, ([original, edited]) => {
        const built = buildItemChange(schema, 'Books', original, edited);
        if (built === undefined) {
          expect(diffItems(original, edited)).toEqual([]);
          return;
        }
        const stored = applyChange(original, built);
        expect(itemsEqual(asItem(stored), asItem(edited))).toBe(true);
        const inverse = invertChange(schema, 'Books', built);
        if (inverse === undefined) throw new Error('A change has an inverse');
        const again = applyChange(asStored(stored), inverse);
        expect(itemsEqual(asItem(again), asItem(original))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused where an attribute that it writes over has changed since', () => {
    fc.assert(
      fc.property(edits, arbitraryValue(), fc.nat(), ([original, edited], value, pick) => {
        const differences = diffItems(original, edited);
        const changed = differences[pick % Math.max(1, differences.length)];
        if (changed === undefined) return;
        const now: Item = Object.fromEntries([...Object.entries(original), [changed.name, value]]);
        if (itemsEqual(now, original)) return;
        expect(applyChange(now, change(original, edited))).toBe('refused');
      }),
    );
  });

  it('is refused where the item is gone, or is there already', () => {
    fc.assert(
      fc.property(edits, ([original, edited]) => {
        if (itemsEqual(original, edited)) return;
        expect(applyChange(undefined, change(original, edited))).toBe('refused');
        expect(applyChange(undefined, change(original, undefined))).toBe('refused');
        expect(applyChange(original, change(undefined, edited))).toBe('refused');
      }),
    );
  });

  it('is a request that the services take', () => {
    fc.assert(
      fc.property(edits, ([original, edited]) => {
        for (const built of [
          buildItemChange(schema, 'Books', original, edited),
          buildItemChange(schema, 'Books', original, undefined),
          buildItemChange(schema, 'Books', undefined, edited),
        ]) {
          if (built === undefined) continue;
          const text = serializeRequest(built.request);
          expect(parseOperationRequest(built.operation, text)).toEqual(JSON.parse(text));
        }
      }),
    );
  });

  it('sends only what was changed', () => {
    const original = { pk: { S: 'a' }, title: { S: 'x' }, gone: { N: '1' }, same: { S: 's' } };
    const edited = { pk: { S: 'a' }, title: { S: 'y' }, same: { S: 's' }, new: { BOOL: true } };
    expect(change(original, edited)).toEqual({
      operation: 'UpdateItem',
      request: {
        TableName: 'Books',
        Key: { pk: { S: 'a' } },
        UpdateExpression: 'SET #title = :title, #new = :new REMOVE #gone',
        ConditionExpression:
          'attribute_exists(#pk) AND #title = :title2 AND #gone = :gone AND attribute_not_exists(#new)',
        ExpressionAttributeNames: {
          '#pk': 'pk',
          '#title': 'title',
          '#gone': 'gone',
          '#new': 'new',
        },
        ExpressionAttributeValues: {
          ':title': { S: 'y' },
          ':title2': { S: 'x' },
          ':gone': { N: '1' },
          ':new': { BOOL: true },
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ReturnValues: 'ALL_NEW',
        ReturnConsumedCapacity: 'TOTAL',
      },
      original,
      edited,
      unguarded: [],
    });
  });

  it('is nothing where nothing changed but the way to write it', () => {
    const original: Item = { pk: { S: 'a' }, tags: { SS: ['a', 'b'] }, price: { N: '1.50' } };
    const edited: Item = { price: { N: '1.5' }, tags: { SS: ['b', 'a'] }, pk: { S: 'a' } };
    expect(buildItemChange(schema, 'Books', original, edited)).toBeUndefined();
    expect(buildItemChange(schema, 'Books', undefined, undefined)).toBeUndefined();
  });

  it('moves an item to another key: both writes or none', () => {
    const [a, b]: Item[] = [
      { pk: { S: 'a' }, n: { N: '1' } },
      { pk: { S: 'b' }, n: { N: '2' } },
    ];
    expect(change(a, b)).toEqual({
      operation: 'TransactWriteItems',
      request: {
        TransactItems: [
          {
            Delete: {
              TableName: 'Books',
              Key: { pk: { S: 'a' } },
              ConditionExpression: 'attribute_exists(#pk) AND #n = :n',
              ExpressionAttributeNames: { '#pk': 'pk', '#n': 'n' },
              ExpressionAttributeValues: { ':n': { N: '1' } },
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
          {
            Put: {
              TableName: 'Books',
              Item: b,
              ConditionExpression: 'attribute_not_exists(#pk)',
              ExpressionAttributeNames: { '#pk': 'pk' },
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
        ],
        ReturnConsumedCapacity: 'TOTAL',
      },
      original: a,
      edited: b,
      unguarded: [],
    });
  });

  it('takes a number written otherwise for the same key', () => {
    const numbered: KeySchema = { partitionKey: { name: 'pk', type: 'N' } };
    const [one, again]: Item[] = [{ pk: { N: '1' } }, { pk: { N: '1.0' }, a: { S: 'x' } }];
    expect(buildItemChange(numbered, 'Books', one, again)).toMatchObject({
      operation: 'UpdateItem',
      request: { Key: one },
    });
  });

  it('refuses an item without a key', () => {
    expect(() => change({ pk: { S: 'a' } }, {})).toThrow(
      'The item has no partition key "pk" (String).',
    );
  });
});

describe('an item of many attributes', () => {
  it('is changed with short placeholders while there is room', () => {
    const built = change(wide(149, ''), wide(149, '5'));
    const { ConditionExpression = '', UpdateExpression = '' } = built.request as {
      ConditionExpression?: string;
      UpdateExpression?: string;
    };
    expect(ConditionExpression.length).toBeLessThanOrEqual(4096);
    expect(UpdateExpression.length).toBeLessThanOrEqual(4096);
    expect(applyChange(wide(149, ''), built)).toEqual(wide(149, '5'));
    expect(() => change(wide(150, ''), wide(150, '5'))).toThrow(
      '150 attributes are changed at once. DynamoDB has room to compare 149 of them in one write;',
    );
  });

  it('is deleted under as many conditions as there is room for, and says which are left out', () => {
    const built = change(wide(200, ''), undefined);
    expect(built.unguarded).toHaveLength(51);
    expect(built.unguarded).toContain('attribute_199');
    expect(applyChange(wide(200, ''), built)).toBeUndefined();
    expect(change(wide(149, ''), undefined).unguarded).toEqual([]);
  });

  it('is put, and its put undone', () => {
    const built = change(undefined, wide(300, ''));
    expect(applyChange(undefined, built)).toEqual(wide(300, ''));
    expect(invertChange(schema, 'Books', built)?.operation).toBe('DeleteItem');
  });
});

function asStored(item: Item | 'refused' | undefined): Item | undefined {
  if (item === 'refused') throw new Error('The change was refused');
  return item;
}

function asItem(item: Item | 'refused' | undefined): Item {
  return asStored(item) ?? {};
}
