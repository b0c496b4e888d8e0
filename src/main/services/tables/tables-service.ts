import { implement } from '@orpc/server';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { tablesContract } from '../../../contract/tables.ts';
import type { TableDescription, TableSpecification } from '../../../contract/tables.ts';
import { buildCreateTableRequest, checkCreateTable } from '../../../domain/create-table.ts';
import type { SendOverConnection } from '../dynamodb/wire-types.ts';
import { describeTable } from './describe-table.ts';
import type { WireTable } from './describe-table.ts';

export type TablesDependencies = { readonly send: SendOverConnection };

type TableInput = { readonly connectionId: string; readonly tableName: string };

export type TableNames = {
  readonly tableNames: string[];
  readonly lastEvaluatedTableName: string | undefined;
};

export type TablesService = ReturnType<typeof createTablesService>;

/** Tables: their names, what they look like, creating and deleting them. */
export function createTablesService({ send }: TablesDependencies) {
  /** A page of at most 100 names. [API: ListTables] */
  async function list(
    input: { connectionId: string; exclusiveStartTableName?: string | undefined },
    signal?: AbortSignal,
  ): Promise<TableNames> {
    const request = { ExclusiveStartTableName: input.exclusiveStartTableName, Limit: 100 };
    const answer = await send(input.connectionId, 'ListTables', JSON.stringify(request), {
      signal,
    });
    const body = JSON.parse(answer.body) as {
      TableNames?: string[];
      LastEvaluatedTableName?: string;
    };
    return {
      tableNames: body.TableNames ?? [],
      lastEvaluatedTableName: body.LastEvaluatedTableName,
    };
  }

  /** TABLE_NOT_FOUND where it is not there. [API: DescribeTable] */
  async function describe(input: TableInput, signal?: AbortSignal): Promise<TableDescription> {
    const request = JSON.stringify({ TableName: input.tableName });
    const answer = await send(input.connectionId, 'DescribeTable', request, { signal });
    return describeTable((JSON.parse(answer.body) as { Table: WireTable }).Table);
  }

  /**
   * VALIDATION_FAILED, with `data.field`, where DynamoDB would refuse the specification: nothing is
   * sent then. [API: CreateTable]
   */
  async function create(
    input: { connectionId: string; specification: TableSpecification },
    signal?: AbortSignal,
  ): Promise<TableDescription> {
    const problems = checkCreateTable(input.specification);
    const [first] = problems;
    if (first !== undefined) {
      const message = problems.map((problem) => problem.message).join(' ');
      throw new SortkeyError('VALIDATION_FAILED', message, { data: { field: first.field } });
    }
    const request = JSON.stringify(buildCreateTableRequest(input.specification));
    const answer = await send(input.connectionId, 'CreateTable', request, { signal });
    return describeTable(
      (JSON.parse(answer.body) as { TableDescription: WireTable }).TableDescription,
    );
  }

  /** [API: DeleteTable] */
  async function remove(input: TableInput, signal?: AbortSignal): Promise<void> {
    const request = JSON.stringify({ TableName: input.tableName });
    await send(input.connectionId, 'DeleteTable', request, { signal });
  }

  return { list, describe, create, remove };
}

/** The handlers of `contract.tables`. */
export function createTablesHandlers(service: TablesService) {
  const os = implement(tablesContract);
  return {
    list: os.list.handler(({ input, signal }) => service.list(input, signal)),
    describe: os.describe.handler(({ input, signal }) => service.describe(input, signal)),
    create: os.create.handler(({ input, signal }) => service.create(input, signal)),
    delete: os.delete.handler(async ({ input, signal }) => {
      await service.remove(input, signal);
      return {};
    }),
  };
}
