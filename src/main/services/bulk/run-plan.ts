import type { BulkProgress } from '../../../contract/bulk.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { describeKey, keyOf } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { deleteBatch, maximumBatchKeys } from './delete-batch.ts';
import { createPaceOfWrites } from './pace-of-writes.ts';
import { readLines } from './read-lines.ts';
import type { RecordFile } from './record-file.ts';
import { createFirst, maximumProblems } from './tally.ts';
import { writeItem } from './write-item.ts';
import type { Outcome, WriteDeps } from './write-outcome.ts';

export type RunOptions = {
  readonly tableName: string;
  readonly schema: KeySchema;
  readonly act: BulkAct;
  /** True where all items of the table go, whatever they hold: the lines are keys. */
  readonly wholeTable: boolean;
  readonly itemCount: number;
  /** The plan's file: the part of each item to write. */
  readonly path: string;
  readonly record: RecordFile;
  readonly send: WriteDeps['send'];
  readonly backOff?: WriteDeps['backOff'];
};

export type Run = {
  readonly progress: () => BulkProgress;
  /** No further writes; those under way end, and are counted. */
  readonly cancel: () => void;
  /** Settles once the record is closed; throws what stopped it. */
  readonly done: Promise<void>;
};

/** What may be on its way when the app dies, at most; its lines are on the disk before more is sent. */
const groupItems = 200;
const groupLength = 4 * 1024 * 1024;

/** Carries out a plan: writes its items, several at once, and records what becomes of each. */
export function startRun(options: RunOptions): Run {
  const { tableName, schema, act, wholeTable, record } = options;
  const started = performance.now();
  const pace = createPaceOfWrites();
  const stopping = new AbortController();
  const failures = createFirst<{ key: string; reason: string }>(maximumProblems);
  const counts = { written: 0, unchanged: 0, conflicts: 0, failed: 0 };
  let consumedCapacity: number | undefined;
  let elapsedMs: number | undefined;
  let state: BulkProgress['state'] = 'running';
  let failure: { readonly error: unknown } | undefined;

  function stop(error: unknown): void {
    failure ??= { error };
    stopping.abort();
  }

  const deps: WriteDeps = {
    tableName,
    send: options.send,
    taken: pace.taken,
    throttled: pace.throttled,
    consumed(units) {
      if (units !== undefined) consumedCapacity = (consumedCapacity ?? 0) + units;
    },
    stopping: stopping.signal,
    stop,
    ...(options.backOff && { backOff: options.backOff }),
  };

  async function note(part: Item, { outcome, reason }: Outcome): Promise<void> {
    const key = keyOf(part, schema);
    if (outcome === 'written') counts.written += 1;
    else if (outcome === 'unchanged') counts.unchanged += 1;
    else {
      if (outcome === 'conflict') counts.conflicts += 1;
      else counts.failed += 1;
      failures.add({ key: describeKey(key), reason: reason ?? '' });
    }
    const before = act.kind === 'delete' ? part : getAttribute(part, act.name);
    await record.write({ key, before: wholeTable ? undefined : before, outcome, reason });
  }

  /** Writes some items with one request each, or one for all. */
  async function write(parts: readonly Item[]): Promise<void> {
    if (wholeTable) {
      const outcomes = await deleteBatch(parts, schema, deps);
      for (const [index, part] of parts.entries()) {
        const outcome = outcomes[index];
        if (outcome !== undefined) await note(part, outcome);
      }
      return;
    }
    for (const part of parts) await note(part, await writeItem(part, act, schema, deps));
  }

  async function writeGroup(parts: readonly Item[]): Promise<void> {
    if (parts.length === 0 || stopping.signal.aborted) return;
    await record.sending(parts.map((part) => keyOf(part, schema)));
    const size = wholeTable ? maximumBatchKeys : 1;
    for (let first = 0; first < parts.length; first += size) {
      await pace.start(async () => {
        if (stopping.signal.aborted) return;
        try {
          await write(parts.slice(first, first + size));
        } catch (error) {
          // The record cannot be written, or a part cannot be what it was.
          stop(error);
        }
      });
      if (stopping.signal.aborted) break;
    }
    await pace.settle();
    await record.flush();
  }

  async function writeAll(): Promise<void> {
    let group: Item[] = [];
    let length = 0;
    for await (const { text } of readLines(options.path)) {
      group.push(JSON.parse(text) as Item);
      length += text.length;
      if (group.length < groupItems && length < groupLength) continue;
      await writeGroup(group);
      if (stopping.signal.aborted) return;
      group = [];
      length = 0;
    }
    await writeGroup(group);
  }

  async function run(): Promise<void> {
    try {
      await writeAll();
    } catch (error) {
      stop(error);
    }
    elapsedMs = performance.now() - started;
    state = failure === undefined ? (isAllTried() ? 'complete' : 'cancelled') : 'stopped';
    const reason = failure === undefined ? undefined : wordsOf(failure.error);
    const endedAt = new Date().toISOString();
    const notTried = options.itemCount - tried();
    await record.end({ end: state, endedAt, ...counts, notTried, consumedCapacity, reason });
    if (failure !== undefined) throw failure.error;
  }

  const tried = () => counts.written + counts.unchanged + counts.conflicts + counts.failed;
  const isAllTried = () => tried() === options.itemCount;

  return {
    progress: () => ({
      itemCount: options.itemCount,
      ...counts,
      consumedCapacity,
      elapsedMs: elapsedMs ?? performance.now() - started,
      failures: failures.list(),
      recordId: record.recordId,
      recordPath: record.path,
      state,
    }),
    cancel: () => stopping.abort(),
    done: run(),
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
