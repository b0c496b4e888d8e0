import { setTimeout as delay } from 'node:timers/promises';
import type { Sample } from '../../../contract/sandbox.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { TableSpecification } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { buildCreateTableRequest } from '../../../domain/create-table.ts';
import type { SendOptions, WireAnswer, WireOperation } from '../dynamodb/wire-types.ts';
import { createBatchWriter } from '../transfer/writing/batch-writer.ts';
import { appDataTable, makeAppData } from './app-data/app-data.ts';
import { booksTable, makeBooks } from './books.ts';

export type SamplesDeps = {
  /** Sends a request to the sandbox. */
  readonly send: (
    operation: WireOperation,
    body: string,
    options?: SendOptions,
  ) => Promise<WireAnswer>;
};

export type SamplesService = {
  loadSample(
    sample: Sample,
    signal?: AbortSignal,
  ): Promise<{ tableName: string; itemCount: number }>;
};

const samples: Record<Sample, { table: TableSpecification; makeItems: () => Item[] }> = {
  Books: { table: booksTable, makeItems: makeBooks },
  AppData: { table: appDataTable, makeItems: makeAppData },
};

/** A new table is asked for its state this often, and this long. */
const pauseMs = 100;
const patienceMs = 30_000;

/**
 * Creates sample tables with their items. SAMPLE_EXISTS where there is a table of that name; a table
 * that could not be filled is deleted again.
 */
export function createSamplesService({ send }: SamplesDeps): SamplesService {
  async function create(table: TableSpecification, signal?: AbortSignal): Promise<void> {
    try {
      await send('CreateTable', JSON.stringify(buildCreateTableRequest(table)), { signal });
    } catch (cause) {
      if (!(cause instanceof SortkeyError) || cause.code !== 'RESOURCE_IN_USE') throw cause;
      const message =
        `There is a table ${table.tableName} in the sandbox already, and it was left as it is. ` +
        'Delete it first to get the sample anew.';
      throw new SortkeyError('SAMPLE_EXISTS', message, {}, { cause });
    }
  }

  /** Waits until a table is ACTIVE: some engines take a while. [API: DescribeTable] */
  async function waitUntilActive(tableName: string, signal?: AbortSignal): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const { body } = await send('DescribeTable', JSON.stringify({ TableName: tableName }), {
        signal,
      });
      const described = JSON.parse(body) as { Table?: { TableStatus?: string } };
      const status = described.Table?.TableStatus;
      if (status === 'ACTIVE') return;
      if (performance.now() > deadline) {
        const message = `Table ${tableName} is still ${status} after 30 s. Delete it and try again.`;
        throw new SortkeyError('SERVICE_FAILED', message);
      }
      await delay(pauseMs, undefined, signal ? { signal } : {});
    }
  }

  async function fill(table: TableSpecification, items: Item[], signal?: AbortSignal) {
    const { tableName } = table;
    const writer = createBatchWriter({
      tableName,
      schema: table,
      signal,
      writeBatch: (request) => send('BatchWriteItem', request, { signal }),
      onRejected: ({ reason }) => {
        throw new SortkeyError(
          'SERVICE_FAILED',
          `The sample ${tableName} cannot be kept: ${reason}`,
        );
      },
    });
    for (const [index, item] of items.entries()) {
      await writer.add({ row: index + 1, line: index + 1, item });
    }
    await writer.finish();
  }

  return {
    async loadSample(sample, signal) {
      const { table, makeItems } = samples[sample];
      const { tableName } = table;
      const items = makeItems();
      await create(table, signal);
      try {
        await waitUntilActive(tableName, signal);
        await fill(table, items, signal);
      } catch (cause) {
        // Without the signal: what was begun is taken back also when it was cancelled. Should that
        // fail too, the first failure is the one to tell.
        await send('DeleteTable', JSON.stringify({ TableName: tableName })).catch(() => undefined);
        if (!signal?.aborted || cause instanceof SortkeyError) throw cause;
        throw new SortkeyError('CANCELLED', `Loading ${tableName} was cancelled.`, {}, { cause });
      }
      return { tableName, itemCount: items.length };
    },
  };
}
