import { create } from 'zustand';
import type { Connection } from '../../../contract/connections.ts';
import type { RunOutcome } from '../../../contract/library.ts';
import { maximumFormLength, maximumWordsLength } from '../../../contract/library.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { notifyError } from '../../ui/notify.ts';
import { requestInWords } from './request-words.ts';

/** Counts what came into the history from this window, so that an open list looks again. */
export const useHistoryNews = create<{ readonly count: number }>()(() => ({ count: 0 }));

export type RunToKeep = {
  /** Query, Scan, PutItem, ExecuteStatement…: the name of what was sent. */
  readonly kind: string;
  readonly connection: Pick<Connection, 'id' | 'name'>;
  /** The request as DynamoDB JSON text, as it was sent. */
  readonly request: string;
  /** JSON text from which its form can be filled in again. */
  readonly form: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly outcome: RunOutcome;
};

type Client = Pick<SortkeyClient, 'library'>;

/** A disk that is full would be told of with every run: it is told once, until one is kept again. */
let failureTold = false;

/**
 * Keeps a run that has ended in the history. Never rejects and never delays the run: what goes
 * wrong is told once. Answers the run's number, or undefined where it is not kept.
 */
export async function recordRun(client: Client, run: RunToKeep): Promise<number | undefined> {
  const { kind, connection, form, startedAt, outcome } = run;
  return await kept(async () => {
    const { tableName, indexName, words } = requestInWords(run.request);
    const request = {
      kind,
      connectionId: connection.id,
      connectionName: connection.name,
      tableName,
      indexName,
      words: words.slice(0, maximumWordsLength),
      form: form.length > maximumFormLength ? undefined : form,
    };
    return (await client.library.record({ startedAt, request, outcome })).id;
  });
}

/** Says how a run went on: more of its result was read. Never rejects. */
export async function amendRun(client: Client, id: number, outcome: RunOutcome): Promise<void> {
  await kept(() => client.library.amend({ id, outcome }));
}

/** The code of what a run failed with; none where it did not fail. */
export function errorCodeOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  return error instanceof SortkeyError ? error.code : 'INTERNAL';
}

async function kept<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    const result = await act();
    failureTold = false;
    useHistoryNews.setState(({ count }) => ({ count: count + 1 }));
    return result;
  } catch (error) {
    if (!failureTold) notifyError('What you run is not kept in the history', error);
    failureTold = true;
    return undefined;
  }
}
