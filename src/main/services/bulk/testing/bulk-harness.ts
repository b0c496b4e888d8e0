import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  BulkActInput,
  BulkPlan,
  BulkProgress,
  BulkTarget,
} from '../../../../contract/bulk.ts';
import type { Connection } from '../../../../contract/connections.ts';
import type { TableSpecification } from '../../../../contract/tables.ts';
import type { AttributeMap, AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import { startTestEngine, testTableName } from '../../../testing/start-engine.ts';
import { sendTo } from '../../../testing/send-to.ts';
import { sendValue, testClient } from '../../../testing/wire.ts';
import { createDynamodbAccess } from '../../dynamodb/dynamodb-access.ts';
import { sendWire } from '../../dynamodb/send-wire.ts';
import type { SendOverConnection } from '../../dynamodb/wire-types.ts';
import { createQueryService } from '../../query/query-service.ts';
import { openResultStores } from '../../query/store/result-stores.ts';
import { createTablesService } from '../../tables/tables-service.ts';
import { createBulkService } from '../bulk-service.ts';
import type { Outcome } from '../write-outcome.ts';

export type BulkHarness = Awaited<ReturnType<typeof startBulkHarness>>;

/** Something between the service and the engine: it may wait, fail, or lose an answer. */
export type Between = (
  operation: string,
  request: string,
  send: () => ReturnType<SendOverConnection>,
) => ReturnType<SendOverConnection>;

const plainly: Between = (_operation, _request, send) => send();

export type RecordedLine = Outcome & {
  readonly key: AttributeMap;
  readonly before?: AttributeValue | Item;
};

const connection: Connection = {
  id: 'test',
  name: 'Test',
  kind: 'keys',
  region: 'us-east-1',
  colour: 'gray',
  guard: 'open',
  capabilities: { parallelSegments: 1, lacks: [] },
  ready: true,
};
const where = { connectionId: 'test' };

/** The bulk service on a real engine, with a real query service. */
export async function startBulkHarness() {
  const engine = await startTestEngine();
  const client = testClient(engine.endpoint);
  const dataFolder = await mkdtemp(join(tmpdir(), 'sortkey-bulk-'));
  let between = plainly;
  let guard: Connection['guard'] = 'open';
  const requireConnection = () => ({ ...connection, guard });
  const access = createDynamodbAccess(
    {
      require: requireConnection,
      clientOf: async () => client,
      forgetClient: () => {},
      sandbox: { status: () => ({ state: 'stopped', message: '' }) as never },
    },
    sendWire,
  );
  const send: SendOverConnection = (id, operation, body, options) =>
    between(operation, body, () => access(id, operation, body, options));
  const stores = await openResultStores({ folder: join(dataFolder, 'results') });
  const query = createQueryService({
    send: sendTo(client).sendForBytes,
    stores,
    parallelSegments: () => 1,
  });
  const tables = createTablesService({ send });
  const startService = () =>
    createBulkService({
      dataFolder,
      results: query,
      describeTable: tables.describe,
      requireConnection,
      send,
      backOff: async () => {},
    });
  const service = await startService();

  async function readResults(tableName: string, request: object = {}): Promise<string> {
    const text = JSON.stringify({ TableName: tableName, ...request });
    const operation = 'KeyConditionExpression' in request ? 'Query' : 'Scan';
    const { resultSetId } = await query.open({ ...where, operation, request: text });
    for await (const progress of query.load({ resultSetId, what: 'all' })) void progress;
    return resultSetId;
  }

  async function plan(
    tableName: string,
    target: BulkTarget,
    act: BulkActInput,
  ): Promise<BulkPlan & { readonly planId: string }> {
    let last: BulkPlan | undefined;
    for await (const next of service.plan({ ...where, tableName, target, act })) last = next;
    const planId = last?.planId;
    if (last === undefined || planId === undefined) throw new Error('There is no plan');
    return { ...last, planId };
  }

  async function run(planId: string): Promise<BulkProgress> {
    let last: BulkProgress | undefined;
    for await (const next of service.run(planId)) last = next;
    if (last === undefined) throw new Error('The run told nothing');
    return last;
  }

  return {
    service,
    dataFolder,
    /** Another service on the same folder, as after a restart. */
    startService,
    query,
    readResults,
    plan,
    run,
    /** What stands between from now on; without anything, nothing. */
    intercept(next?: Between) {
      between = next ?? plainly;
    },
    setGuard(next: Connection['guard']) {
      guard = next;
    },
    async createTable(specification: Partial<TableSpecification> = {}): Promise<string> {
      const tableName = testTableName('bulk');
      await tables.create({
        ...where,
        specification: {
          partitionKey: { name: 'pk', type: 'S' },
          billing: { mode: 'on-demand' },
          indexes: [],
          ...specification,
          tableName,
        },
      });
      while ((await tables.describe({ ...where, tableName })).status !== 'ACTIVE');
      return tableName;
    },
    async put(tableName: string, items: readonly Item[]): Promise<void> {
      for (let first = 0; first < items.length; first += 25) {
        const puts = items.slice(first, first + 25).map((Item) => ({ PutRequest: { Item } }));
        await sendValue(client, 'BatchWriteItem', { RequestItems: { [tableName]: puts } });
      }
    },
    remove: (tableName: string, Key: AttributeMap) =>
      sendValue(client, 'DeleteItem', { TableName: tableName, Key }),
    async scan(tableName: string): Promise<Item[]> {
      const { body } = await sendValue(client, 'Scan', { TableName: tableName });
      return (JSON.parse(body) as { Items: Item[] }).Items;
    },
    /** All lines of a record, and its first and last. */
    async record(recordId: string) {
      const lines: RecordedLine[] = [];
      for (;;) {
        const window = await service.record(recordId, lines.length, 1_000);
        lines.push(...(JSON.parse(window.lines) as RecordedLine[]));
        if (lines.length < window.total) continue;
        const end: unknown = JSON.parse(window.end ?? 'null');
        return { header: JSON.parse(window.header) as object, lines, end };
      }
    },
    readFile: (path: string) => readFile(path, 'utf8'),
    async stop() {
      await service.close();
      await query.closeAll();
      await rm(dataFolder, { recursive: true });
      await engine.stop();
    },
  };
}

/** How many items of a record came to each end. */
export function outcomesOf(lines: readonly RecordedLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of lines) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
