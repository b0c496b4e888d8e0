import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkActInput, BulkPlan, BulkProgress, BulkTarget } from '../../../contract/bulk.ts';
import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { BackOff } from '../transfer/writing/back-off.ts';
import type { SendOverConnection } from '../dynamodb/wire-types.ts';
import { openKeptPlans } from './kept-plans.ts';
import type { KeptPlan } from './kept-plans.ts';
import { openLineWriter } from './line-writer.ts';
import { makePlan } from './make-plan.ts';
import { mendRecords } from './mend-record.ts';
import { bulkInvalid, readAct } from './read-act.ts';
import { createRecordReader } from './read-record.ts';
import { readWholeItems } from './read-whole-items.ts';
import { createRecord } from './record-file.ts';
import { startRun } from './run-plan.ts';
import type { Run } from './run-plan.ts';
import { isPartialRead, keysOfTable, rowsOfResults } from './target-rows.ts';
import type { RowsOfResults } from './target-rows.ts';

export type BulkDeps = {
  readonly dataFolder: string;
  readonly results: RowsOfResults;
  readonly describeTable: (
    input: { readonly connectionId: string; readonly tableName: string },
    signal?: AbortSignal,
  ) => Promise<TableDescription>;
  readonly requireConnection: (connectionId: string) => Connection;
  readonly send: SendOverConnection;
  readonly backOff?: BackOff;
};

export type PlanInput = {
  readonly connectionId: string;
  readonly tableName: string;
  readonly target: BulkTarget;
  readonly act: BulkActInput;
};

export type BulkService = Awaited<ReturnType<typeof createBulkService>>;

const msBetweenProgress = 100;

/**
 * Changes and deletes many items: a dry run decides what would be written, and keeps it in a file;
 * a run writes that, each item under the condition that it is as it was then, and records it.
 */
export async function createBulkService(deps: BulkDeps) {
  const { send, results } = deps;
  const recordsFolder = join(deps.dataFolder, 'records');
  const plans = await openKeptPlans(join(deps.dataFolder, 'bulk'));
  await mendRecords(recordsFolder);
  const running = new Map<string, Run>();
  const readRecord = createRecordReader(recordsFolder);

  /** Nothing is written to the table. Cancelled, it keeps nothing. */
  async function* plan(
    input: PlanInput,
    callers?: AbortSignal,
  ): AsyncGenerator<BulkPlan, void, void> {
    const { connectionId, tableName, target } = input;
    const closed = new AbortController();
    const signal = AbortSignal.any([closed.signal, ...(callers ? [callers] : [])]);
    const path = plans.newPath();
    let kept = false;
    try {
      const table = await deps.describeTable({ connectionId, tableName }, signal);
      const act = readAct(input.act, table);
      const sendRead = (operation: 'BatchGetItem' | 'Scan') => (request: string) =>
        send(connectionId, operation, request, { signal });
      const readAnew = needsWhole(input, table);
      const lines = await openLineWriter(path);
      let told = performance.now();
      try {
        const soFar = makePlan({
          table,
          target,
          act,
          rows:
            target.kind === 'table'
              ? keysOfTable(table, sendRead('Scan'))
              : rowsOfResults(results, target),
          readWhole: readAnew
            ? (rows) => readWholeItems(rows, tableName, table, sendRead('BatchGetItem'), signal)
            : undefined,
          lines,
        });
        let last: BulkPlan | undefined;
        for await (const next of soFar) {
          signal.throwIfAborted();
          last = next;
          if (performance.now() - told < msBetweenProgress) continue;
          told = performance.now();
          yield next;
        }
        await lines.flush();
        if (last === undefined) return;
        const wholeTable = target.kind === 'table';
        const { changeCount } = last;
        const keep: KeptPlan = { connectionId, table, act, wholeTable, changeCount, path };
        const planId = await plans.keep(keep);
        kept = true;
        yield { ...last, planId };
      } finally {
        await lines.close();
      }
    } catch (cause) {
      if (!signal.aborted || cause instanceof SortkeyError) throw cause;
      throw new SortkeyError('CANCELLED', 'The dry run was cancelled.', {}, { cause });
    } finally {
      closed.abort();
      if (!kept) await rm(path, { force: true });
    }
  }

  /** Whether rows must be read whole again. BULK_INVALID, RESULT_SET_NOT_FOUND. */
  function needsWhole(
    { connectionId, tableName, target, act }: PlanInput,
    table: TableDescription,
  ) {
    if (target.kind === 'table') {
      if (act.kind === 'delete') return false;
      throw bulkInvalid(
        'All items of a table can only be deleted without reading them. ' +
          'Load the items first to change them.',
      );
    }
    const source = results.sourceOf(target.resultSetId);
    if (source === undefined) {
      throw new SortkeyError(
        'RESULT_SET_NOT_FOUND',
        'These results are not kept any more. Run the query again.',
      );
    }
    if (source.connectionId !== connectionId || source.request.TableName !== tableName) {
      throw bulkInvalid(`These results are not of the table ${tableName} of this connection.`);
    }
    return target.readAnew === true || isPartialRead(source, table.indexes);
  }

  /** BULK_PLAN_NOT_FOUND where it was carried out, or made room for others. */
  async function* run(
    planId: string,
    signal?: AbortSignal,
  ): AsyncGenerator<BulkProgress, void, void> {
    const taken = plans.take(planId);
    if (taken === undefined) {
      throw new SortkeyError(
        'BULK_PLAN_NOT_FOUND',
        'This dry run was carried out already, or is not kept any more. Make another one.',
      );
    }
    try {
      yield* runPlan(planId, taken, signal);
    } finally {
      await rm(taken.path, { force: true });
    }
  }

  async function* runPlan(
    planId: string,
    { connectionId, table, act, wholeTable, changeCount, path }: KeptPlan,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<BulkProgress, void, void> {
    const { name, region, endpoint } = deps.requireConnection(connectionId);
    const { tableName, partitionKey, sortKey } = table;
    const schema = { partitionKey, sortKey };
    const record = await createRecord(recordsFolder, {
      act,
      target: wholeTable ? 'all items of the table' : 'rows that were read',
      tableName,
      ...schema,
      connection: { name, region, endpoint },
      startedAt: new Date().toISOString(),
      itemCount: changeCount,
    });
    const started = startRun({
      tableName,
      schema,
      act,
      wholeTable,
      itemCount: changeCount,
      path,
      record,
      send: (operation, request) => send(connectionId, operation, request),
      ...(deps.backOff && { backOff: deps.backOff }),
    });
    running.set(planId, started);
    const cancel = () => started.cancel();
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    // Looked at in the end; until then a failure must not count as one that nobody handles.
    const ended = started.done.then(
      () => true,
      () => true,
    );
    try {
      yield started.progress();
      while (!(await Promise.race([ended, sleep(msBetweenProgress, false)]))) {
        yield started.progress();
      }
      yield started.progress();
      await started.done;
    } finally {
      cancel();
      await ended;
      running.delete(planId);
      signal?.removeEventListener('abort', cancel);
    }
  }

  return {
    plan,
    run,
    cancel: (planId: string): void => running.get(planId)?.cancel(),
    discard: plans.discard,
    record: readRecord,
    /** Ends what runs, with its records, and forgets all plans. */
    async close(): Promise<void> {
      for (const started of running.values()) started.cancel();
      await Promise.allSettled([...running.values()].map(({ done }) => done));
      await plans.discardAll();
    },
  };
}
