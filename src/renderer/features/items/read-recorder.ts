import type { Connection } from '../../../contract/connections.ts';
import type { RunOutcome } from '../../../contract/library.ts';
import type { ResultSetProgress } from '../../../contract/query.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { amendRun, errorCodeOf, recordRun } from '../library/record-run.ts';
import { keepForm } from '../query/kept-form.ts';
import { initialForm } from '../query/query-form.ts';
import type { QueryForm } from '../query/query-form.ts';
import type { Read } from '../query/read.ts';
import type { ResultSet } from '../query/result-set.ts';

export type ReadRecorderDependencies = {
  readonly resultSet: Pick<ResultSet, 'store' | 'run'>;
  readonly client: Pick<SortkeyClient, 'library'>;
  readonly connection: Pick<Connection, 'id' | 'name'>;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
};

/** The run whose result is shown, while it can still go on. */
type Kept = { readonly read: Read; readonly id: Promise<number | undefined> };

export type ReadRecorder = ReturnType<typeof createReadRecorder>;

/**
 * Keeps reads in the history: those that the user runs, with what was read of them in the end, and
 * those that came by themselves (a table was opened) once all of them is read.
 */
export function createReadRecorder(dependencies: ReadRecorderDependencies) {
  const { resultSet, client, connection, now = Date.now } = dependencies;
  const { getState, subscribe } = resultSet.store;
  const forms = new WeakMap<Read, QueryForm>();
  let kept: Kept | undefined;

  const keep = (read: Read, startedAt: number, outcome: RunOutcome) => {
    const { operation: kind, request } = read;
    const form = keepForm(forms.get(read) ?? initialForm);
    const id = recordRun(client, { kind, connection, request, form, startedAt, outcome });
    kept = { read, id };
  };

  subscribe((state, before) => {
    const wentOn = before.reading === 'page' || before.reading === 'all';
    if (!wentOn || state.reading === before.reading) return;
    const { read, progress, error } = state;
    if (read === undefined || progress === undefined) return;
    const outcome = outcomeOf(progress, errorCodeOf(error));
    if (kept?.read === read)
      void kept.id.then((id) => (id === undefined ? undefined : amendRun(client, id, outcome)));
    else if (before.reading === 'all') keep(read, now() - progress.elapsedMs, outcome);
  });

  /** Runs a read that the user asked for. */
  const run = async (form: QueryForm, read: Read): Promise<void> => {
    const startedAt = now();
    forms.set(read, form);
    await resultSet.run(read);
    const { read: shown, progress, reading, error } = getState();
    const errorCode = reading === undefined ? errorCodeOf(error) : undefined;
    if (shown === read && progress !== undefined)
      keep(read, startedAt, outcomeOf(progress, errorCode));
    else
      keep(read, startedAt, { elapsedMs: now() - startedAt, errorCode: errorCode ?? 'CANCELLED' });
  };

  return { run };
}

function outcomeOf(progress: ResultSetProgress, errorCode: string | undefined): RunOutcome {
  const { elapsedMs, rowCount, scannedCount, consumedCapacity: capacity } = progress;
  return { elapsedMs, rowCount, scannedCount, capacity, errorCode };
}
