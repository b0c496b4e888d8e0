import { describe, expect, it } from 'vitest';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Operation, OperationDraft, OperationOptions } from './operation-draft.ts';
import { keyTemplate, keyText, newDraft } from './operation-draft.ts';
import { buildOperation } from './operation-request.ts';

const books: TableDescription = {
  tableName: 'Books',
  status: 'ACTIVE',
  partitionKey: { name: 'book_id', type: 'N' },
  sortKey: { name: 'title', type: 'S' },
  billing: { mode: 'on-demand' },
  indexes: [],
  deletionProtection: false,
  streamEnabled: false,
};
const key = '{"book_id": 1000, "title": "Atomic habits"}';

function draft(
  operation: Operation,
  text: string,
  options: Partial<OperationOptions> = {},
): OperationDraft {
  const empty = newDraft(books);
  return {
    ...empty,
    operation,
    item: { text },
    key: { text },
    options: { ...empty.options, [operation]: { ...empty.options[operation], ...options } },
  };
}

const problems = (...given: Parameters<typeof draft>) => {
  const built = buildOperation(draft(...given), books);
  return built.ok ? {} : built.problems;
};

describe('the request of the operations panel', () => {
  it('puts an item under a condition', () => {
    const built = buildOperation(
      draft('PutItem', '{"book_id": 1, "title": "x", "price": 12.000000000000000000001}', {
        condition: 'attribute_not_exists(book_id)',
        returnValues: 'ALL_OLD',
      }),
      books,
    );
    expect(built).toEqual({
      ok: true,
      request: {
        TableName: 'Books',
        Item: { book_id: { N: '1' }, title: { S: 'x' }, price: { N: '12.000000000000000000001' } },
        ConditionExpression: 'attribute_not_exists(#book_id)',
        ExpressionAttributeNames: { '#book_id': 'book_id' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        ReturnValues: 'ALL_OLD',
        ReturnConsumedCapacity: 'TOTAL',
      },
    });
  });

  it('updates with names and values, typed either way', () => {
    for (const values of [
      '{":a": "Chinua Achebe", ":low": 10}',
      '{":a": {"S": "Chinua Achebe"}, ":low": {"N": "10"}}',
    ]) {
      const options = {
        update: 'SET author = :a',
        condition: '#p > :low',
        names: '{"#p": "price"}',
        values,
      };
      expect(buildOperation(draft('UpdateItem', key, options), books)).toMatchObject({
        request: {
          Key: { book_id: { N: '1000' }, title: { S: 'Atomic habits' } },
          UpdateExpression: 'SET #author = :a',
          ConditionExpression: '#p > :low',
          ExpressionAttributeNames: { '#p': 'price', '#author': 'author' },
          ExpressionAttributeValues: { ':a': { S: 'Chinua Achebe' }, ':low': { N: '10' } },
          ReturnValues: 'ALL_NEW',
        },
      });
    }
  });

  it('reads with a projection, and leaves out what other operations have', () => {
    const options = { projection: 'price', consistentRead: true, condition: 'x =', values: '{' };
    expect(buildOperation(draft('GetItem', key, options), books)).toEqual({
      ok: true,
      request: {
        TableName: 'Books',
        Key: { book_id: { N: '1000' }, title: { S: 'Atomic habits' } },
        ConsistentRead: true,
        ProjectionExpression: '#price',
        ExpressionAttributeNames: { '#price': 'price' },
        ReturnConsumedCapacity: 'TOTAL',
      },
    });
  });

  it('says at the field what is wrong with an expression', () => {
    expect(problems('UpdateItem', key, { update: 'SET price = ' })['update']).toMatchObject({
      message: expect.stringMatching(/^Character 13: /),
      position: 12,
    });
    expect(problems('DeleteItem', key, { condition: 'price < :low' })).toEqual({
      condition: expect.objectContaining({ message: expect.stringContaining('":low"') }),
    });
    expect(problems('DeleteItem', key, { values: '{":low": 1}' })).toEqual({
      values: { message: '":low" is defined and not used: DynamoDB refuses unused values.' },
    });
    expect(problems('UpdateItem', key, { update: 'REMOVE title' })['update']?.message).toContain(
      '"title" is a key attribute',
    );
  });

  it('says what is wrong with an expression beside values that cannot be read', () => {
    const found = problems('UpdateItem', key, {
      update: 'SET a = ',
      condition: 'a >',
      values: '{',
    });
    expect(Object.keys(found).sort()).toEqual(['condition', 'update', 'values']);
    expect(Object.keys(problems('GetItem', key, { projection: 'a,', names: '1' })).sort()).toEqual([
      'names',
      'projection',
    ]);
  });

  it('says what is wrong with an item or a key, and with several fields at once', () => {
    expect(problems('PutItem', '{"book_id": "1", "title": "x"}')).toEqual({
      item: { message: 'The partition key "book_id" must be a Number, but it is a String.' },
    });
    expect(problems('GetItem', '{"book_id": 1, "title": "x", "author": "y"}')).toEqual({
      key: {
        message: 'A key of Books is book_id and title and nothing else; author is no part of it.',
      },
    });
    expect(problems('DeleteItem', '{"book_id": 1', { names: '[]' })).toMatchObject({
      key: { line: 1 },
      names: { message: 'Names are an object, such as {"#y": "year"}.' },
    });
  });
});

describe('the text that the form begins with', () => {
  it('has the shape of the key, and cannot be sent while it is empty', () => {
    expect(keyTemplate(books)).toBe('{\n  "book_id": 0,\n  "title": ""\n}');
    expect(problems('GetItem', keyTemplate(books)).key?.message).toBe(
      'The sort key "title" is empty; a key needs a value.',
    );
  });

  it('is DynamoDB JSON where the key is binary', () => {
    expect(
      keyTemplate({
        partitionKey: { name: 'id', type: 'B' },
        sortKey: { name: 'n', type: 'N' },
      }),
    ).toBe('{\n  "id": {"B": ""},\n  "n": {"N": "0"}\n}');
    expect(keyText({ id: { B: 'AAE=' } })).toBe('{\n  "id": {\n    "B": "AAE="\n  }\n}');
  });

  it('is the key of the item that is selected', () => {
    expect(keyText({ book_id: { N: '1000' }, title: { S: 'x' } })).toBe(
      '{\n  "book_id": 1000,\n  "title": "x"\n}',
    );
  });
});
