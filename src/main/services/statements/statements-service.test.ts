import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamodbAccess } from '../dynamodb/dynamodb-access.ts';
import { sendWire } from '../dynamodb/send-wire.ts';
import type { WireClient } from '../dynamodb/wire-client.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { sendTo } from '../../testing/send-to.ts';
import { createTestTable, testClient } from '../../testing/wire.ts';
import { createStatementsService } from './statements-service.ts';
import type { StatementOperation, StatementsService } from './statements-service.ts';

const table = testTableName('partiql');
let engine: TestEngine;
let client: WireClient;
let statements: StatementsService;
let sent: ReturnType<typeof sendTo>['sent'];

beforeAll(async () => {
  engine = await startTestEngine();
  client = testClient(engine.endpoint);
  await createTestTable(client, table);
  const access = sendTo(client);
  sent = access.sent;
  statements = createStatementsService({ send: access.send });
});
afterAll(() => engine.stop());

async function run(operation: StatementOperation, request: object): Promise<unknown> {
  const input = { connectionId: 'any', request: JSON.stringify(request) };
  return JSON.parse((await statements.run(operation, input)).response) as unknown;
}

const execute = (Statement: string, ...Parameters: object[]) =>
  run('ExecuteStatement', { Statement, ...(Parameters.length === 0 ? {} : { Parameters }) });

/** What a request is refused with, nothing being sent. */
async function refusal(operation: StatementOperation, request: object): Promise<unknown> {
  const before = sent.length;
  const error: unknown = await run(operation, request).catch((cause: unknown) => cause);
  expect(sent.length - before, 'requests sent').toBe(0);
  return error;
}

describe('one statement', () => {
  it('inserts, changes, reads and deletes, with values of any script kept exact', async () => {
    const text = 'Łódź 😀 ключ';
    const number = '12345678901234567890.123456789012345678';
    await execute(
      `INSERT INTO "${table}" VALUE {'pk': 'a', 'ключ': ?, 'n': ?}`,
      { S: text },
      { N: number },
    );
    const item = { pk: { S: 'a' }, ключ: { S: text }, n: { N: number } };
    expect(await execute(`SELECT * FROM "${table}" WHERE pk = 'a'`)).toEqual({ Items: [item] });
    await execute(`UPDATE "${table}" SET "ключ" = '${text}!' WHERE pk = ?`, { S: 'a' });
    expect(await execute(`DELETE FROM "${table}" WHERE pk = 'a' RETURNING ALL OLD *`)).toEqual({
      Items: [{ ...item, ключ: { S: `${text}!` } }],
    });
  });

  it('is sent without comments: the condition behind one still holds', async () => {
    await execute(`INSERT INTO "${table}" VALUE {'pk': 'c1'}`);
    await execute(`INSERT INTO "${table}" VALUE {'pk': 'c2'}`);
    const statement = `-- é\nSELECT pk FROM "${table}" -- all of them?\n WHERE /* no */ pk = 'c1';`;
    expect(await execute(statement)).toEqual({ Items: [{ pk: { S: 'c1' } }] });
    expect(sent.at(-1)?.request['Statement']).not.toMatch(/--|\/\*|;/);
  });

  it('says that there is an item with that key already', async () => {
    const insert = () => execute(`INSERT INTO "${table}" VALUE {'pk': 'twice'}`);
    await insert();
    await expect(insert()).rejects.toMatchObject({
      code: 'CONDITION_FAILED',
      message:
        `There is an item with this key already in table ${table}, so nothing was inserted. ` +
        'Change it with UPDATE, or insert another key.',
    });
  });

  it('names the table that is not there', async () => {
    await expect(execute('SELECT * FROM "No-such"')).rejects.toMatchObject({
      code: 'TABLE_NOT_FOUND',
      message: expect.stringContaining('There is no table No-such at') as string,
    });
  });

  const bad: [string, object, string][] = [
    [
      'is none',
      { Statement: 'SELEC * FROM t' },
      'PartiQL, character 1: expected SELECT, INSERT, UPDATE, DELETE or EXISTS, found "SELEC".',
    ],
    [
      'has more parameters than values',
      { Statement: 'SELECT * FROM t WHERE a = ? AND b = ?', Parameters: [{ S: 'x' }] },
      'PartiQL, character 1: the statement has 2 parameters (?), and 1 value is given.',
    ],
    [
      'has values and no parameters',
      { Statement: 'SELECT * FROM t', Parameters: [{ S: 'x' }, { S: 'y' }] },
      'PartiQL, character 1: the statement has 0 parameters (?), and 2 values are given.',
    ],
    [
      'has a value that is none',
      { Statement: 'SELECT * FROM t WHERE a = ?', Parameters: [{ N: 'x' }] },
      'Parameters[0]',
    ],
    ['is missing', {}, 'A ExecuteStatement request needs Statement.'],
    [
      'has a member of another operation',
      { Statement: 'SELECT * FROM t', TableName: 't' },
      'A ExecuteStatement request has no member "TableName" in this app.',
    ],
  ];
  for (const [what, request, message] of bad) {
    it(`is refused before it is sent where it ${what}`, async () => {
      expect(await refusal('ExecuteStatement', request)).toMatchObject({
        code: 'STATEMENT_INVALID',
        message: expect.stringContaining(message) as string,
      });
    });
  }

  it('tells the place of what is wrong', async () => {
    const Statement = "SELECT *\nFROM t WHERE a = 'x";
    expect(await refusal('ExecuteStatement', { Statement })).toMatchObject({
      detail: { data: { line: 2, column: 18 } },
    });
  });
});

describe('a batch', () => {
  it('tells of each statement in its order', async () => {
    await execute(`INSERT INTO "${table}" VALUE {'pk': 'b1'}`);
    const inserts = ['b1', 'b2'].map((pk) => ({
      Statement: `INSERT INTO "${table}" VALUE {'pk': ?}`,
      Parameters: [{ S: pk }],
    }));
    const answer = (await run('BatchExecuteStatement', { Statements: inserts })) as {
      Responses: { Error?: { Code: string } }[];
    };
    expect(answer.Responses.map(({ Error: error }) => error?.Code)).toEqual([
      'DuplicateItem',
      undefined,
    ]);
    expect(await execute(`SELECT * FROM "${table}" WHERE pk = 'b2'`)).toMatchObject({
      Items: [{ pk: { S: 'b2' } }],
    });
  });

  it('is refused where one of its statements cannot be sent, or there are too many', async () => {
    const Statement = `INSERT INTO t VALUE {'pk': 'x'}`;
    const broken = { Statements: [{ Statement }, { Statement: 'DROP TABLE t' }] };
    expect(await refusal('BatchExecuteStatement', broken)).toMatchObject({
      code: 'STATEMENT_INVALID',
      message:
        'Statements[1]: PartiQL, character 1: expected SELECT, INSERT, UPDATE, DELETE or EXISTS, ' +
        'found "DROP".',
      detail: { data: { path: 'Statements[1]' } },
    });
    const many = { Statements: Array.from({ length: 26 }, () => ({ Statement })) };
    expect(await refusal('BatchExecuteStatement', many)).toMatchObject({
      message: 'Statements: Expected 1 to 25 statements, found 26.',
    });
  });
});

const insert = (pk: string) => ({ Statement: `INSERT INTO "${table}" VALUE {'pk': '${pk}'}` });

describe('a transaction', () => {
  it('does all or nothing, and tells why for each statement', async () => {
    await run('ExecuteTransaction', {
      TransactStatements: [insert('t1'), insert('t2')],
      ClientRequestToken: 'first',
    });
    const again = run('ExecuteTransaction', {
      TransactStatements: [insert('t3'), insert('t1')],
      ClientRequestToken: 'second',
    });
    const error: unknown = await again.catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      code: 'TRANSACTION_CANCELLED',
      message: expect.stringContaining(`nothing was written in table ${table}: of its 2`) as string,
    });
    const { reasons } = (error as { detail: { data: { reasons: string } } }).detail.data;
    expect(JSON.parse(reasons)).toMatchObject([{ Code: 'None' }, { Code: 'DuplicateItem' }]);
    expect(await execute(`SELECT * FROM "${table}" WHERE pk = 't3'`)).toEqual({ Items: [] });
  });

  it('needs a token, with which it is carried out once', async () => {
    expect(
      await refusal('ExecuteTransaction', { TransactStatements: [insert('t4')] }),
    ).toMatchObject({
      code: 'STATEMENT_INVALID',
      message: expect.stringContaining('needs ClientRequestToken') as string,
    });
  });
});

const refused = (operation: string) => ({
  code: 'READ_ONLY',
  message:
    `Mine is read-only, so ${operation} was not sent. ` +
    'Change the guard of the connection to write.',
});

describe('a read-only connection', () => {
  const send = createDynamodbAccess(
    {
      require: () => ({ name: 'Mine', guard: 'read-only', kind: 'endpoint' }) as never,
      clientOf: async () => client,
      forgetClient: () => undefined,
      sandbox: { status: () => ({}) as never },
    },
    sendWire,
  );
  const guarded = createStatementsService({ send });
  const over = (operation: StatementOperation, request: object) =>
    guarded.run(operation, { connectionId: 'any', request: JSON.stringify(request) });

  const writes = [
    `DELETE FROM "${table}" WHERE pk = 'ro'`,
    `/* SELECT */ dElEtE/**/FROM "${table}" WHERE pk = 'ro'`,
    `-- SELECT * FROM t\n\tUPDATE "${table}" SET n = 1 WHERE pk = 'ro'`,
    `; ;insert INTO "${table}" VALUE {'pk': 'ro2'};`,
  ];
  for (const Statement of writes) {
    it(`sends no ${JSON.stringify(Statement.slice(0, 30))}`, async () => {
      await execute(`INSERT INTO "${table}" VALUE {'pk': 'ro'}`).catch(() => undefined);
      await expect(over('ExecuteStatement', { Statement })).rejects.toMatchObject(
        refused('ExecuteStatement'),
      );
      const read = { Statement: `SELECT * FROM "${table}" WHERE pk = 'ro'` };
      await expect(
        over('BatchExecuteStatement', { Statements: [read, { Statement }] }),
      ).rejects.toMatchObject(refused('BatchExecuteStatement'));
      await expect(
        over('ExecuteTransaction', {
          TransactStatements: [{ Statement }],
          ClientRequestToken: 'ro',
        }),
      ).rejects.toMatchObject(refused('ExecuteTransaction'));
      expect(await execute(read.Statement)).toEqual({ Items: [{ pk: { S: 'ro' } }] });
    });
  }

  it('reads', async () => {
    const Statement = `/* DELETE */ SELECT * FROM "${table}" WHERE pk = 'delete from'`;
    const { response } = await over('ExecuteStatement', { Statement });
    expect(JSON.parse(response)).toEqual({ Items: [] });
    const { response: batch } = await over('BatchExecuteStatement', {
      Statements: [{ Statement }],
    });
    expect(JSON.parse(batch)).toHaveProperty('Responses');
  });
});
