import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { sendTo } from '../../testing/send-to.ts';
import { startTestEngine, testTableName } from '../../testing/start-engine.ts';
import type { TestEngine } from '../../testing/start-engine.ts';
import { createTestTable, sendValue, testClient } from '../../testing/wire.ts';
import { createQueryService } from './query-service.ts';
import type { QueryService } from './query-service.ts';
import { openResultStores } from './store/result-stores.ts';

const TableName = testTableName('select');
const rowCount = 2_500;
let engine: TestEngine;
let query: QueryService;
let folder: string;
let sent: ReturnType<typeof sendTo>['sent'];

beforeAll(async () => {
  engine = await startTestEngine();
  const client = testClient(engine.endpoint);
  await createTestTable(client, TableName);
  const items = Array.from({ length: rowCount }, (_, index) => ({
    pk: { S: `row ${String(index).padStart(5, '0')}` },
    even: { BOOL: index % 2 === 0 },
    ...(index === rowCount - 1 ? { last: { N: '1' } } : {}),
  }));
  for (let first = 0; first < items.length; first += 25) {
    const puts = items.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }));
    await sendValue(client, 'BatchWriteItem', { RequestItems: { [TableName]: puts } });
  }
  const access = sendTo(client);
  sent = access.sent;
  folder = await mkdtemp(join(tmpdir(), 'sortkey-select-'));
  query = createQueryService({
    send: access.sendForBytes,
    stores: await openResultStores({ folder }),
    parallelSegments: () => 4,
  });
});
afterAll(async () => {
  await query.closeAll();
  await rm(folder, { recursive: true });
  await engine.stop();
});

/** Loads, and answers what was told on the way. */
async function load(
  resultSetId: string,
  what: 'page' | 'all' = 'page',
): Promise<ResultSetProgress[]> {
  const told: ResultSetProgress[] = [];
  for await (const progress of query.load({ resultSetId, what })) told.push(progress);
  return told;
}

async function rows(
  resultSetId: string,
  first: number,
  count: number,
): Promise<{ pk: { S: string } }[]> {
  const { items } = await query.rows({ resultSetId, first, count });
  return JSON.parse(items) as { pk: { S: string } }[];
}

const select = async (request: object) => {
  const opened = await query.open({
    connectionId: 'any',
    operation: 'ExecuteStatement',
    request: JSON.stringify(request),
  });
  return opened.resultSetId;
};

const failure = (Statement: string) => select({ Statement }).catch((error: unknown) => error);

describe('a SELECT of PartiQL', () => {
  it('is read page by page into the same rows', async () => {
    const id = await select({ Statement: `SELECT pk FROM "${TableName}"; -- all`, Limit: 900 });
    sent.length = 0;
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 900, complete: false, pageCount: 1 });
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 1_800, complete: false });
    expect((await load(id, 'all')).at(-1)).toMatchObject({ rowCount, complete: true, segments: 1 });
    expect(sent[0]).toMatchObject({
      operation: 'ExecuteStatement',
      request: { Statement: `SELECT pk FROM "${TableName}"`, Limit: 900 },
    });
    expect(sent.slice(1).every(({ request }) => typeof request['NextToken'] === 'string')).toBe(
      true,
    );
    const all = await rows(id, 0, rowCount);
    expect(new Set(all.map(({ pk }) => pk.S)).size).toBe(rowCount);
  });

  it('looks further where its condition finds nothing, within a budget', async () => {
    const Statement = `SELECT * FROM "${TableName}" WHERE "last" = ?`;
    const id = await select({ Statement, Parameters: [{ N: '1' }], Limit: 10 });
    expect((await load(id)).at(-1)).toMatchObject({ rowCount: 1 });
  });

  it('is refused in words where it is no SELECT, or none at all', async () => {
    expect(await failure(`DELETE FROM "${TableName}" WHERE pk = 'row 00000'`)).toMatchObject({
      code: 'QUERY_INVALID',
      message: 'Only a SELECT is read page by page. Run other statements by themselves.',
    });
    expect(await failure('SELECT * FROM t WHERE a = ?')).toMatchObject({
      code: 'QUERY_INVALID',
      message: 'PartiQL, character 1: the statement has 1 parameter (?), and 0 values are given.',
    });
  });

  it('is no source for what writes by keys', async () => {
    const id = await select({ Statement: `SELECT pk FROM "${TableName}"` });
    expect(query.sourceOf(id)).toBeUndefined();
  });
});
