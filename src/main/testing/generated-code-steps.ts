import type { Item } from '../../domain/attribute-value.ts';
import type { CodeAct, WireAct } from '../../domain/code/code-request.ts';

/** Something the app does, and how the code of it must end. */
export type Step = {
  readonly act: CodeAct;
  /** The code ends with a status that is not 0. */
  readonly fails?: boolean;
  /** What the code prints, this many times, or at least once. */
  readonly prints?: readonly [text: string, times: number | 'some'];
  /** The code of one request alone prints less. */
  readonly isPaged?: boolean;
};

const long = '12345678901234567890.123456789012345678';
// As far from 1 as it goes; boto3's resource does not read numbers of more digits before the point.
const smallest = '-1.2345678901234567890123456789012345678E-92';
const largest = '-9.9999999999999999999999999999999999999E+125';
const title = 'It\'s "Atomic" $HOME `x` \\ é 😀\n\u2028 ${1}';

/** An attribute of each of the ten types, and names that trip JavaScript. */
const full = (id: string): Item =>
  Object.fromEntries<Item[string]>([
    ['id', { S: id }],
    ['n', { N: long }],
    ['title', { S: title }],
    ['empty', { S: '' }],
    ['smallest', { N: smallest }],
    ['small', { N: '0.1' }],
    ['cover', { B: 'AAEC/f7/' }],
    ['none', { B: '' }],
    ['pages', { BS: ['AAE=', '/w=='] }],
    ['tags', { SS: ['a', "b's", '😀'] }],
    ['years', { NS: ['1', '2.5', long] }],
    ['out', { BOOL: false }],
    ['nothing', { NULL: true }],
    [
      'a.b',
      { L: [{ N: '1' }, { L: [] }, { M: { x: { M: {} } } }, { BOOL: true }, { NULL: true }] },
    ],
  ]);

const odd = (id: string): Item =>
  JSON.parse(
    `{"id":{"S":"${id}"},"n":{"N":"0"},"__proto__":{"M":{"__proto__":{"S":"x"},"constructor":{"N":"${long}"}}}}`,
  ) as Item;

const batchItem = (n: number): Item => ({
  id: { S: 'batch' },
  n: { N: String(n) },
  mark: { S: 'marked-row' },
});

/** Rows of plain JSON for a file; two have one key, of which the second is to stay. */
const plainRows = Array.from({ length: 30 }, (_, n) =>
  n === 7
    ? `{"id":"plain","n":6,"second":true}`
    : `{"id":"plain","n":${n},"price":${long},"title":${JSON.stringify(title)},"list":[1.50,null,{"x":true,"y":[]}],"big":-9.9999999999999999999999999999999999999e125}`,
);

function plainItems(): Item[] {
  const list = {
    L: [{ N: '1.5' }, { NULL: true as const }, { M: { x: { BOOL: true }, y: { L: [] } } }],
  };
  return Array.from({ length: 30 }, (_, n) => n)
    .filter((n) => n !== 7)
    .map((n): Item =>
      n === 6
        ? { id: { S: 'plain' }, n: { N: '6' }, second: { BOOL: true } }
        : {
            id: { S: 'plain' },
            n: { N: String(n) },
            price: { N: long },
            title: { S: title },
            list,
            big: { N: largest },
          },
    );
}

const typedRows = [odd('typed'), { Item: full('typed-export') }, full('typed-full')];

/** The files that the steps of an import read. */
export const files: readonly (readonly [name: string, text: string])[] = [
  ["rows' array.json", `\uFEFF[\n${plainRows.join(',\n')}\n]`],
  ['lines.ndjson', `${plainRows.map((row) => row.replace('"plain"', '"lines"')).join('\r\n')}\n\n`],
  ['typed.json', typedRows.map((row) => JSON.stringify(row)).join('\n')],
];

const key = (id: string, n: string) => ({ id: { S: id }, n: { N: n } });
const names = { '#n0': 'price' };

const put = (tableName: string, Item: Item): WireAct => ({
  operation: 'PutItem',
  request: {
    TableName: tableName,
    Item,
    ConditionExpression: 'attribute_not_exists(#n0)',
    ExpressionAttributeNames: { '#n0': 'id' },
  },
});

function createTable(tableName: string): WireAct {
  return {
    operation: 'CreateTable',
    request: {
      TableName: tableName,
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'n', AttributeType: 'N' },
        { AttributeName: 'mark', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'n', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-mark',
          KeySchema: [{ AttributeName: 'mark', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    },
  };
}

function batchQuery(tableName: string) {
  return {
    TableName: tableName,
    KeyConditionExpression: '#n0 = :v0',
    ExpressionAttributeNames: { '#n0': 'id' },
    ExpressionAttributeValues: { ':v0': { S: 'batch' } },
  };
}

function update(tableName: string, id: string, value: string, more: object = {}): WireAct {
  return {
    operation: 'UpdateItem',
    request: {
      TableName: tableName,
      Key: key(id, '1'),
      UpdateExpression: 'SET #n0 = :v0',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':v0': { N: value } },
      ...more,
    },
  };
}

function importOf(tableName: string, index: 0 | 1 | 2): Step {
  const formats = ['json', 'ndjson', 'dynamodb-json-lines'] as const;
  const fileName = files[index]?.[0] ?? '';
  const request = { tableName, fileName, format: formats[index], keyNames: ['id', 'n'] };
  return { act: { operation: 'Import', request } };
}

/** Every act of the app, one after the other, on a table and another one beside it. */
export function stepsOn(tableName: string): readonly Step[] {
  const other = `${tableName}-other`;
  const batch = Array.from({ length: 12 }, (_, n) => ({ PutRequest: { Item: batchItem(n) } }));
  const statement = `SELECT * FROM "${tableName}" WHERE id = ?`;
  return [
    { act: createTable(tableName) },
    { act: createTable(other) },
    { act: put(tableName, full('full')) },
    { act: put(tableName, full('full')), fails: true },
    { act: put(tableName, odd('odd')) },
    { act: put(tableName, { ...key('bad', '1'), tags: { SS: [] } }), fails: true },
    { act: update(tableName, 'u', long, { ReturnValues: 'ALL_NEW' }), prints: [long, 1] },
    {
      act: { operation: 'GetItem', request: { TableName: tableName, Key: key('full', long) } },
      prints: ["b's", 1],
    },
    {
      act: {
        operation: 'BatchWriteItem',
        request: {
          RequestItems: {
            [tableName]: batch,
            [other]: [{ PutRequest: { Item: full('other') } }],
          },
        },
      },
    },
    {
      act: { operation: 'Query', request: { ...batchQuery(tableName), Limit: 5 } },
      prints: ['marked-row', 12],
      isPaged: true,
    },
    {
      act: { operation: 'Query', request: { ...batchQuery(tableName), Select: 'COUNT' } },
      prints: ['12', 'some'],
      isPaged: true,
    },
    {
      act: {
        operation: 'Scan',
        request: { TableName: tableName, IndexName: 'by-mark', Limit: 5, ConsistentRead: false },
      },
      prints: ['marked-row', 12],
      isPaged: true,
    },
    {
      act: {
        operation: 'Scan',
        request: { TableName: tableName, Segment: 0, TotalSegments: 2, Limit: 7 },
      },
      prints: ['marked-row', 12],
      isPaged: true,
    },
    {
      act: {
        operation: 'ExecuteStatement',
        request: { Statement: statement, Parameters: [{ S: 'batch' }], Limit: 5 },
      },
      prints: ['marked-row', 12],
      isPaged: true,
    },
    {
      act: {
        operation: 'BatchExecuteStatement',
        request: {
          Statements: [
            {
              Statement: `SELECT * FROM "${tableName}" WHERE id = ? AND n = ?`,
              Parameters: [{ S: 'u' }, { N: '1' }],
            },
          ],
        },
      },
      prints: [long, 1],
    },
    {
      act: {
        operation: 'ExecuteTransaction',
        request: {
          TransactStatements: [
            {
              Statement: `INSERT INTO "${tableName}" VALUE {'id': ?, 'n': 1, 'cover': ?, 'price': ?}`,
              Parameters: [{ S: 'statement' }, { SS: ['a', 'b'] }, { N: long }],
            },
          ],
        },
      },
    },
    {
      act: {
        operation: 'TransactWriteItems',
        request: {
          TransactItems: [
            { Put: put(tableName, full('together')).request },
            { Update: update(tableName, 'u', '2').request },
            { Delete: { TableName: tableName, Key: key('batch', '11') } },
            {
              ConditionCheck: {
                TableName: tableName,
                Key: key('batch', '0'),
                ConditionExpression: 'attribute_exists(id)',
              },
            },
          ],
          ClientRequestToken: tableName,
        },
      },
    },
    {
      act: {
        operation: 'TransactGetItems',
        request: {
          TransactItems: ['1', '2'].map((n) => ({
            Get: { TableName: tableName, Key: key('batch', n) },
          })),
        },
      },
      prints: ['marked-row', 2],
    },
    {
      act: { operation: 'DeleteItem', request: { TableName: tableName, Key: key('batch', '10') } },
    },
    importOf(tableName, 0),
    importOf(tableName, 1),
    importOf(tableName, 2),
    {
      act: {
        operation: 'Commit',
        request: {
          writes: [
            update(tableName, 'commit', '1'),
            put(tableName, full('full')),
            put(tableName, full('commit-put')),
          ],
        },
      },
      fails: true,
    },
    { act: { operation: 'DeleteTable', request: { TableName: other } } },
    {
      act: {
        operation: 'BatchWriteItem',
        request: { RequestItems: { [other]: [{ PutRequest: { Item: batchItem(1) } }] } },
      },
      fails: true,
    },
    {
      act: {
        operation: 'ExecuteStatement',
        request: { Statement: `SELECT * FROM "${other}" WHERE id = 'x'` },
      },
      fails: true,
    },
  ];
}

/** What the table holds after all steps, as `stepsOn` has them. */
export function itemsAfter(): Item[] {
  return [
    ...['full', 'together', 'typed-export', 'typed-full', 'commit-put'].map(full),
    ...['odd', 'typed'].map(odd),
    ...Array.from({ length: 10 }, (_, n) => batchItem(n)),
    { ...key('u', '1'), price: { N: '2' } },
    { ...key('commit', '1'), price: { N: '1' } },
    { ...key('statement', '1'), cover: { SS: ['a', 'b'] }, price: { N: long } },
    ...plainItems(),
    ...plainItems().map((item): Item => ({ ...item, id: { S: 'lines' } })),
  ];
}

/** The same without any attribute that is binary. */
export function withoutBinary<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutBinary) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = (Object.entries(value) as [string, unknown][])
    .filter(([, one]) => !(typeof one === 'object' && one !== null && ('B' in one || 'BS' in one)))
    .map(([name, one]) => [name, withoutBinary(one)] as const);
  return Object.fromEntries(entries) as Value;
}
