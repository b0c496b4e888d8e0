import { describe, expect, test } from 'vitest';
import { ExpressionError } from './expression-error.ts';
import { sendableExpressions, type ExpressionInput } from './sendable-expressions.ts';

describe('what is sent', () => {
  test('names become placeholders, and the user’s own placeholders stay', () => {
    expect(
      sendableExpressions({
        updateExpression: 'set #y = :year, title = :title remove info.rating, tags[0]',
        conditionExpression: 'attribute_exists(title) and name <> :title',
        expressionAttributeNames: { '#y': 'year' },
        expressionAttributeValues: { ':year': { N: '2015' }, ':title': { S: 'x' } },
        keyNames: ['isbn'],
      }),
    ).toEqual({
      UpdateExpression: 'SET #y = :year, #title = :title REMOVE #info.#rating, #tags[0]',
      ConditionExpression: 'attribute_exists(#title) AND #name <> :title',
      ExpressionAttributeNames: {
        '#y': 'year',
        '#title': 'title',
        '#info': 'info',
        '#rating': 'rating',
        '#tags': 'tags',
        '#name': 'name',
      },
      ExpressionAttributeValues: { ':year': { N: '2015' }, ':title': { S: 'x' } },
    });
  });

  test('a placeholder of the user that means something else is not taken', () => {
    expect(
      sendableExpressions({
        filterExpression: 'title = #title OR other = title',
        expressionAttributeNames: { '#title': 'name' },
      }),
    ).toEqual({
      FilterExpression: '#title2 = #title OR #other = #title2',
      ExpressionAttributeNames: { '#title': 'name', '#title2': 'title', '#other': 'other' },
    });
  });

  test('what is not ASCII is renamed, in names, in placeholders and in values', () => {
    expect(
      sendableExpressions({
        projectionExpression: 'größe, #ключ.😀',
        filterExpression: '#ключ.x = :цена OR größe = :цена',
        expressionAttributeNames: { '#ключ': '__proto__' },
        expressionAttributeValues: { ':цена': { S: 'ü' } },
      }),
    ).toEqual({
      FilterExpression: '#__proto__.#x = :v1 OR #n1 = :v1',
      ProjectionExpression: '#n1, #__proto__.#n2',
      ExpressionAttributeNames: {
        '#__proto__': '__proto__',
        '#x': 'x',
        '#n1': 'größe',
        '#n2': '😀',
      },
      ExpressionAttributeValues: { ':v1': { S: 'ü' } },
    });
  });

  test('blank expressions and empty maps are left out', () => {
    expect(
      sendableExpressions({
        updateExpression: '  \n',
        keyConditionExpression: 'pk = :v',
        projectionExpression: undefined,
        expressionAttributeNames: {},
        expressionAttributeValues: { ':v': { S: 'k' } },
      }),
    ).toEqual({
      KeyConditionExpression: '#pk = :v',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':v': { S: 'k' } },
    });
    expect(sendableExpressions({})).toEqual({});
  });
});

const one = { N: '1' };
const text = { S: 'x' };
const refused: [string, ExpressionInput, string][] = [
  [
    'a value not defined',
    { conditionExpression: 'a = :price' },
    'The value ":price" is used in the condition expression and not defined. Add it to Expression attribute values.',
  ],
  [
    'a value that every object seems to have',
    { conditionExpression: 'a = :v', expressionAttributeValues: Object.create({ ':v': one }) },
    'The value ":v" is used in the condition expression and not defined. Add it to Expression attribute values.',
  ],
  [
    'a name not defined',
    { updateExpression: 'REMOVE a, b.#x' },
    'The name "#x" is used in the update expression and not defined. Add it to Expression attribute names.',
  ],
  [
    'an unused name',
    { filterExpression: 'a = b', expressionAttributeNames: { '#x': 'a' } },
    '"#x" is defined and not used: DynamoDB refuses unused names.',
  ],
  [
    'an unused value without any expression',
    { expressionAttributeValues: { ':v': one } },
    '":v" is defined and not used: DynamoDB refuses unused values.',
  ],
  [
    'a name without its sign',
    { filterExpression: 'a = b', expressionAttributeNames: JSON.parse('{"__proto__": "a"}') },
    '"__proto__" in Expression attribute names must be # followed by letters, digits or _ only.',
  ],
  [
    'a value with a hyphen',
    { filterExpression: 'a = b', expressionAttributeValues: { ':a-b': one } },
    '":a-b" in Expression attribute values must be : followed by letters, digits or _ only.',
  ],
  [
    'an empty name',
    { filterExpression: '#x = b', expressionAttributeNames: { '#x': '' } },
    '"#x" stands for an empty name, and DynamoDB has no attribute without a name.',
  ],
  [
    'a key attribute, behind a placeholder',
    {
      updateExpression: 'SET a = :v, #k = :v',
      expressionAttributeNames: { '#k': 'isbn' },
      expressionAttributeValues: { ':v': one },
      keyNames: ['isbn'],
    },
    'Update expression, character 13: "isbn" is a key attribute, and the key of an item cannot be changed. Put a new item and delete this one instead',
  ],
  [
    'the same path twice, once behind a placeholder',
    { updateExpression: 'REMOVE a.b, a.#x', expressionAttributeNames: { '#x': 'b' } },
    'Update expression, character 13: the path "a.b" is there twice',
  ],
  [
    'a path within another',
    { projectionExpression: 'a[0].b, c, a[0]' },
    'Projection expression, character 12: the paths "a[0].b" and "a[0]" overlap',
  ],
  [
    'a path around another, of another clause',
    { updateExpression: 'SET a = c REMOVE a.b' },
    'Update expression, character 18: the paths "a" and "a.b" overlap',
  ],
  [
    'a map that is a list too',
    { updateExpression: 'REMOVE a.b, a[0]' },
    'Update expression, character 13: the paths "a.b" and "a[0]" contradict each other: one takes a map where the other takes a list',
  ],
  [
    'an attribute compared with itself',
    { filterExpression: 'a.b = a.#x', expressionAttributeNames: { '#x': 'b' } },
    'Filter expression, character 7: = compares "a.b" with itself',
  ],
  [
    'bounds of two types',
    {
      filterExpression: 'a BETWEEN :l AND :u',
      expressionAttributeValues: { ':l': one, ':u': text },
    },
    'Filter expression, character 18: BETWEEN needs two bounds of the same type, and these are Number and String',
  ],
  [
    'begins_with of a number',
    { filterExpression: 'begins_with(a, :n)', expressionAttributeValues: { ':n': one } },
    'Filter expression, character 16: begins_with needs a String or a Binary, and ":n" is of type Number',
  ],
  [
    'begins_with of a size',
    { filterExpression: 'begins_with(a, size(b))' },
    'Filter expression, character 16: begins_with needs a String or a Binary, and size is of type Number',
  ],
  [
    'a type that is none',
    { filterExpression: 'attribute_type(a, :t)', expressionAttributeValues: { ':t': text } },
    'Filter expression, character 19: "x" is not a type. The types are S, N, B, BOOL, NULL, M, L, SS, NS, BS',
  ],
  [
    'a sum with a text',
    { updateExpression: 'SET a = a + :s', expressionAttributeValues: { ':s': text } },
    'Update expression, character 13: + needs a Number, and ":s" is of type String',
  ],
  [
    'a list joined with a text',
    {
      updateExpression: 'SET a = list_append(a, :s)',
      expressionAttributeValues: { ':s': text },
    },
    'Update expression, character 24: list_append needs a List, and ":s" is of type String',
  ],
  [
    'ADD of a text',
    { updateExpression: 'ADD a :s', expressionAttributeValues: { ':s': text } },
    'Update expression, character 7: ADD needs a Number or a set, and ":s" is of type String',
  ],
  [
    'DELETE of a number',
    { updateExpression: 'DELETE a :n', expressionAttributeValues: { ':n': one } },
    'Update expression, character 10: DELETE needs a set, and ":n" is of type Number',
  ],
  [
    'an expression over 4 KB',
    { projectionExpression: Array.from({ length: 1000 }, (_, index) => `a${index}`).join(',') },
    'Projection expression: it is 6888 characters long as it is sent, and DynamoDB takes at most 4096.',
  ],
];

describe('what is refused', () => {
  test.each(refused)('%s', (_case, input, message) => {
    expect(() => sendableExpressions(input)).toThrow(message);
    expect(() => sendableExpressions(input)).toThrow(ExpressionError);
  });
});
