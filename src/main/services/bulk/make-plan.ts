import type { BulkPlan, BulkTarget } from '../../../contract/bulk.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { judgeItem, partOf, writeUnits } from '../../../domain/bulk-act.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { buildBulkWrite } from '../../../domain/bulk-write.ts';
import { maximumConditions } from '../../../domain/item-edit-expressions.ts';
import { checkItemKeys, describeKey, keyOf } from '../../../domain/keys.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
import { keyIdentity } from '../transfer/writing/key-identity.ts';
import { buildBatchDelete, maximumBatchKeys } from './delete-batch.ts';
import type { LineWriter } from './line-writer.ts';
import type { WholeItems } from './read-whole-items.ts';
import { createFirst, maximumProblems } from './tally.ts';
import { meanItemSize } from './target-rows.ts';
import type { TargetRows } from './target-rows.ts';

export type MakePlanOptions = {
  readonly table: TableDescription;
  readonly target: BulkTarget;
  readonly act: BulkAct;
  readonly rows: AsyncIterable<TargetRows>;
  /** Reads rows whole, at most 100 of them; undefined where rows are whole. */
  readonly readWhole: ((rows: readonly Item[]) => Promise<WholeItems>) | undefined;
  /** Takes what is needed to write each item: its part as JSON text, one a line. */
  readonly lines: Pick<LineWriter, 'write'>;
};

export type PlanSoFar = Omit<BulkPlan, 'planId'>;

/**
 * Decides for each item of a target what an act would do to it. Tells how far it is after each piece
 * of the target; the last word is the plan. Memory stays flat: what is to be written goes to a file.
 */
export async function* makePlan(options: MakePlanOptions): AsyncGenerator<PlanSoFar, void, void> {
  const { table, act, lines } = options;
  const wholeTable = options.target.kind === 'table';
  const mean = meanItemSize(table);
  const unitsOfMean = Math.max(1, Math.ceil((mean ?? 0) / 1024));
  const impossible = createFirst<{ key: string; reason: string }>(maximumProblems);
  const counts = {
    itemCount: 0,
    changeCount: 0,
    unchangedCount: 0,
    impossibleCount: 0,
    writeCapacity: 0,
    readAnewCount: 0,
    partlyComparedCount: 0,
  };
  let readCapacity: number | undefined;
  let example: BulkPlan['example'];
  const firstKeys: Item[] = [];

  const consume = (units: number | undefined) => {
    if (units !== undefined) readCapacity = (readCapacity ?? 0) + units;
  };

  function refuse(row: Item, reason: string): void {
    counts.impossibleCount += 1;
    impossible.add({ key: describeKey(keyOf(row, table)), reason });
  }

  async function keep(item: Item, edited: Item | undefined): Promise<void> {
    const part = partOf(item, act, table);
    counts.changeCount += 1;
    counts.writeCapacity += writeUnits(item, edited);
    if (act.kind === 'delete' && Object.keys(item).length > maximumConditions) {
      counts.partlyComparedCount += 1;
    }
    if (example === undefined) {
      const { operation, request } = buildBulkWrite(table.tableName, table, part, act);
      example = { operation, request: serializeRequest(request) };
    }
    await lines.write(JSON.stringify(part));
  }

  async function judge(row: Item, whole: WholeItems | undefined): Promise<void> {
    const item = whole === undefined ? row : whole.items.get(keyIdentity(row, table));
    if (item === undefined) {
      return refuse(row, checkItemKeys(row, table) ?? 'It is not there any more.');
    }
    const verdict = judgeItem(item, act, table);
    if (verdict.kind === 'impossible') refuse(row, verdict.reason);
    else if (verdict.kind === 'unchanged') counts.unchangedCount += 1;
    else await keep(item, verdict.edited);
  }

  async function keepKey(key: Item): Promise<void> {
    counts.changeCount += 1;
    counts.writeCapacity += unitsOfMean;
    if (firstKeys.length < maximumBatchKeys) firstKeys.push(key);
    await lines.write(JSON.stringify(key));
  }

  async function readAnew(rows: readonly Item[]): Promise<WholeItems | undefined> {
    if (options.readWhole === undefined) return undefined;
    const whole = await options.readWhole(
      rows.filter((row) => checkItemKeys(row, table) === undefined),
    );
    counts.readAnewCount += whole.items.size;
    consume(whole.consumedCapacity);
    return whole;
  }

  const soFar = (): PlanSoFar => ({
    ...counts,
    impossible: impossible.list(),
    capacityFrom: !wholeTable ? 'item-sizes' : mean === undefined ? 'least' : 'mean-item-size',
    readCapacity,
    example: wholeTable && firstKeys.length > 0 ? exampleOf(table.tableName, firstKeys) : example,
  });

  for await (const { rows, consumedCapacity } of options.rows) {
    consume(consumedCapacity);
    const whole = wholeTable ? undefined : await readAnew(rows);
    for (const row of rows) {
      counts.itemCount += 1;
      await (wholeTable ? keepKey(row) : judge(row, whole));
    }
    yield soFar();
  }
  yield soFar();
}

function exampleOf(tableName: string, keys: readonly Item[]): BulkPlan['example'] {
  return { operation: 'BatchWriteItem', request: buildBatchDelete(tableName, keys) };
}
