import type { TableSpecification } from '../../../../contract/tables.ts';
import type { ImportProgress } from '../../../../contract/transfer.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import type { UserFile } from '../../../ports/file-access.ts';
import { startTestEngine, testTableName } from '../../../testing/start-engine.ts';
import { testClient } from '../../../testing/wire.ts';
import { sendWire } from '../../dynamodb/send-wire.ts';
import type { SendOverConnection } from '../../dynamodb/wire-types.ts';
import { createTablesService } from '../../tables/tables-service.ts';
import { createTransferService } from '../transfer-service.ts';

export type ImportHarness = Awaited<ReturnType<typeof startImportHarness>>;

/** An index of this name is not known to the service, as if it had been added just now. */
export const unseenIndex = 'unseen';

/** Something between the import and the engine: it may fail, or change what is sent or answered. */
export type Between = (
  request: string,
  send: (request: string) => Promise<string>,
) => Promise<string>;

const plainly: Between = (request, send) => send(request);
const inputOf = (tableName: string) => ({ connectionId: 'test', tableName, file: 'the file' });

/** The transfer service on a real engine, for files that are given by the test. */
export async function startImportHarness() {
  const engine = await startTestEngine();
  const client = testClient(engine.endpoint);
  let between = plainly;
  let file: UserFile | undefined;
  let writes = 0;

  const sendPlainly: SendOverConnection = (_connection, operation, body, options) =>
    sendWire(client, operation, body, options);
  const send: SendOverConnection = async (connection, operation, body, options) => {
    if (operation !== 'BatchWriteItem') return sendPlainly(connection, operation, body, options);
    writes += 1;
    const answer = { requestId: undefined, httpStatus: 200, attempts: 1, elapsedMs: 0 };
    const answerTo = async (request: string) =>
      (await sendPlainly(connection, operation, request, options)).body;
    return { ...answer, body: await between(body, answerTo) };
  };
  const tables = createTablesService({ send });
  const service = createTransferService({
    files: { open: async () => file },
    describeTable: async (input, signal) => {
      const table = await tables.describe(input, signal);
      return { ...table, indexes: table.indexes.filter(({ name }) => name !== unseenIndex) };
    },
    send,
  });
  return {
    service,
    /** How many BatchWriteItem requests were made. */
    writes: () => writes,
    stop: () => engine.stop(),
    /** Creates a table, by default with the key of the tutorial's Books, and answers its name. */
    async createTable(specification: Partial<TableSpecification> = {}): Promise<string> {
      const tableName = testTableName('import');
      await tables.create({
        connectionId: 'test',
        specification: {
          partitionKey: { name: 'book_id', type: 'N' },
          sortKey: { name: 'title', type: 'S' },
          billing: { mode: 'on-demand' },
          indexes: [],
          ...specification,
          tableName,
        },
      });
      const input = inputOf(tableName);
      while ((await tables.describe(input)).status !== 'ACTIVE');
      return tableName;
    },
    preview(tableName: string, content: UserFile | undefined) {
      file = content;
      return service.previewImport(inputOf(tableName));
    },
    /** Runs an import, and answers all that it told. */
    async import(tableName: string, content: UserFile, through?: Between) {
      file = content;
      between = through ?? plainly;
      const told: ImportProgress[] = [];
      for await (const progress of service.startImport(inputOf(tableName))) told.push(progress);
      return told;
    },
    startImport(tableName: string, content: UserFile, signal?: AbortSignal, through?: Between) {
      file = content;
      between = through ?? plainly;
      return service.startImport(inputOf(tableName), signal);
    },
    /** All items of a table, as DynamoDB gives them. */
    async scan(tableName: string): Promise<Item[]> {
      const items: Item[] = [];
      let ExclusiveStartKey: unknown;
      do {
        const request = { TableName: tableName, Limit: 1_000, ExclusiveStartKey };
        const { body } = await sendPlainly('test', 'Scan', JSON.stringify(request));
        const page = JSON.parse(body) as { Items: Item[]; LastEvaluatedKey?: unknown };
        items.push(...page.Items);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      return items;
    },
  };
}
