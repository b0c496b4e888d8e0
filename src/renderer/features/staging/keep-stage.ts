import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { readStageLines, stageLine, takeLines } from './stage-lines.ts';
import { stageOf, updateStage, watchSteps } from './staging-store.ts';

/** Kept at once, in characters. */
const batchLength = 1_000_000;
const retryDelaysMs = [250, 1_000, 2_000, 5_000, 15_000];

/** The table that a stage is of, and the window that it belongs to. */
export type StageName = Parameters<SortkeyClient['workspace']['openStage']>[0];

export type StageKeeperOptions = {
  readonly workspace: Pick<SortkeyClient['workspace'], 'openStage' | 'appendStage'>;
  readonly scope: string;
  readonly name: StageName;
  /** So many changes of an earlier time are staged again; of others nothing can be read. */
  readonly onRestored: (changes: number, unreadable: number) => void;
  /** What is staged cannot be kept; told once, until it can again. */
  readonly onProblem: (error: unknown) => void;
  readonly delaysMs?: readonly number[];
};

export type StageKeeper = ReturnType<typeof createStageKeeper>;

function isLinkClosed(error: unknown): boolean {
  return error instanceof SortkeyError && error.code === 'LINK_CLOSED';
}

/**
 * Keeps what is staged in a scope in the data folder, step by step, and stages again what was kept
 * there before. What is in memory counts: over a link that closes nothing is lost or comes twice.
 */
export function createStageKeeper(options: StageKeeperOptions) {
  const { workspace, scope, name, delaysMs = retryDelaysMs } = options;
  const stop = new AbortController();
  /** Rows whose state may not be kept yet. */
  const unkept = new Set(stageOf(scope).keys());
  /** Rows that are being kept just now. */
  const underWay = new Set<string>();
  let held = false;
  let restoring = false;
  let told = false;
  let appending: Promise<void> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;

  const tell = (error: unknown) => {
    // That the link is closed stands on the screen already, and it opens by itself.
    if (told || isLinkClosed(error) || stop.signal.aborted) return;
    told = true;
    options.onProblem(error);
  };

  const appendUnkept = async () => {
    while (unkept.size > 0) {
      const stage = stageOf(scope);
      const lineOf = (rowKey: string) => stageLine(rowKey, stage.get(rowKey));
      const { taken, entries } = takeLines(unkept, lineOf, batchLength);
      for (const rowKey of taken) {
        unkept.delete(rowKey);
        underWay.add(rowKey);
      }
      try {
        await workspace.appendStage({ ...name, entries });
        told = false;
      } catch (error) {
        for (const rowKey of taken) unkept.add(rowKey);
        tell(error);
        keepLater();
        return;
      } finally {
        underWay.clear();
      }
    }
  };

  /** A full disk may have room again, without anything being staged meanwhile. */
  const keepLater = () => {
    clearTimeout(later);
    later = setTimeout(() => {
      if (held) void keep();
    }, delaysMs.at(-1));
  };

  /** Keeps what is not kept yet; what is staged meanwhile goes with it. */
  const keep = (): Promise<void> => {
    appending ??= appendUnkept().finally(() => {
      appending = undefined;
    });
    return appending;
  };

  const stopWatching = watchSteps(scope, (step) => {
    if (restoring) return;
    for (const { rowKey } of step) unkept.add(rowKey);
    if (held) void keep();
  });

  const isBeingKept = (key: string) => unkept.has(key) || underWay.has(key);

  const restore = (text: string) => {
    const { changes, unreadable } = readStageLines(text);
    const stage = stageOf(scope);
    // While the link was closed, another window may have taken over what was kept for this one.
    for (const key of stage.keys()) if (!changes.has(key) && !underWay.has(key)) unkept.add(key);
    const missing = [...changes].filter(([key]) => !isBeingKept(key) && !stage.has(key));
    restoring = true;
    updateStage(scope, (now) => new Map([...missing, ...now]));
    restoring = false;
    if (missing.length > 0 || unreadable > 0) options.onRestored(missing.length, unreadable);
  };

  /** Holds the stage until the link closes, or there is an error. */
  const hold = async () => {
    const parts: string[] = [];
    for await (const part of await workspace.openStage(name, { signal: stop.signal })) {
      parts.push(part.entries);
      if (!part.complete) continue;
      restore(parts.join('\n'));
      held = true;
      void keep();
    }
  };

  const holdOn = async () => {
    for (let failures = 0; !stop.signal.aborted; failures += 1) {
      try {
        await hold();
      } catch (error) {
        tell(error);
      }
      if (held) failures = 0;
      held = false;
      await pause(delaysMs[Math.min(failures, delaysMs.length - 1)] ?? 0, stop.signal);
    }
  };
  const holding = holdOn();

  /** Lets go of the stage; answers whether all of it is kept. */
  const close = async (): Promise<boolean> => {
    await keep();
    const kept = unkept.size === 0;
    stopWatching();
    clearTimeout(later);
    stop.abort();
    await holding;
    return kept;
  };
  return { close };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
