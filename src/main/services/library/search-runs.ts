import type { KeptRequest, ListedRun, Run } from '../../../contract/library.ts';

/** Everything of a run that can be searched, in small letters. */
export function searchTextOf({ request, outcome }: Pick<Run, 'request' | 'outcome'>): string {
  const { kind, tableName = '', indexName = '', connectionName, words } = request;
  const parts = [kind, tableName, indexName, connectionName, words, outcome.errorCode ?? ''];
  return parts.join('\n').toLowerCase();
}

/** The words that a text must all hold. */
export function wordsOfSearch(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** A request without its form, and whether there is one. */
export function listed(request: KeptRequest): Pick<ListedRun, 'request' | 'restorable'> {
  const { form, ...others } = request;
  return { request: others, restorable: form !== undefined };
}

export type RunsPart = {
  readonly runs: ListedRun[];
  readonly total: number;
  readonly complete: boolean;
};

/** A part of the runs that hold a text, the newest first. `textOf` answers what `searchTextOf` does. */
export function searchRuns(
  runs: readonly Run[],
  {
    text,
    before = Number.POSITIVE_INFINITY,
    limit,
  }: { text: string; before?: number | undefined; limit: number },
  textOf: (run: Run) => string,
): RunsPart {
  const words = wordsOfSearch(text);
  const part: ListedRun[] = [];
  let total = 0;
  let complete = true;
  for (const run of runs.toReversed()) {
    if (words.length > 0) {
      const searched = textOf(run);
      if (!words.every((word) => searched.includes(word))) continue;
    }
    total += 1;
    if (run.id >= before) continue;
    if (part.length < limit) part.push({ ...run, ...listed(run.request) });
    else complete = false;
  }
  return { runs: part, total, complete };
}
