import type { KeptRequest, ListedFavourite, ListedRun } from '../../../contract/library.ts';
import { dayInWords, failureInWords, outcomeInWords, whenInWords } from './run-words.ts';

/** One thing to restore, as it stands in a list. */
export type Entry = {
  readonly key: string;
  readonly kind: string;
  /** The name of a favourite; a run has none. */
  readonly name: string | undefined;
  readonly request: Omit<KeptRequest, 'form'>;
  readonly facts: string;
  readonly failure: string | undefined;
  readonly when: string;
  /** The whole date, for who points at it. */
  readonly date: string;
  readonly restorable: boolean;
};

export type LibraryRow =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry };

/** Runs, the newest first, under the days on which they began. */
export function historyRows(runs: readonly ListedRun[], now: number): LibraryRow[] {
  const rows: LibraryRow[] = [];
  let day = '';
  for (const run of runs) {
    const text = dayInWords(run.startedAt, now);
    if (text !== day) rows.push({ kind: 'heading', key: `day ${text} ${run.id}`, text });
    day = text;
    rows.push(rowOf(entryOfRun(run, now)));
  }
  return rows;
}

/** Favourites under their folders, of those that hold all words of the text. */
export function favouriteRows(favourites: readonly ListedFavourite[], text: string): LibraryRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rows: LibraryRow[] = [];
  let folder = '';
  for (const favourite of favourites) {
    const searched = searchTextOf(favourite);
    if (!words.every((word) => searched.includes(word))) continue;
    if (favourite.folder !== folder) {
      folder = favourite.folder;
      rows.push({ kind: 'heading', key: `folder ${folder}`, text: folder });
    }
    rows.push(rowOf(entryOfFavourite(favourite)));
  }
  return rows;
}

function rowOf(entry: Entry): LibraryRow {
  return { kind: 'entry', key: entry.key, entry };
}

function entryOfRun(
  { id, startedAt, request, outcome, restorable }: ListedRun,
  now: number,
): Entry {
  return {
    key: String(id),
    kind: request.kind,
    name: undefined,
    request,
    facts: outcomeInWords(request.kind, outcome),
    failure: failureInWords(outcome),
    when: whenInWords(startedAt, now),
    date: new Date(startedAt).toLocaleString('en-GB'),
    restorable,
  };
}

function entryOfFavourite({ id, name, request, restorable }: ListedFavourite): Entry {
  const [facts, when, date] = ['', '', ''];
  const failure = undefined;
  return { key: id, kind: request.kind, name, request, facts, failure, when, date, restorable };
}

function searchTextOf({ name, folder, request }: ListedFavourite): string {
  const { kind, tableName = '', indexName = '', words } = request;
  return [name, folder, kind, tableName, indexName, words].join('\n').toLowerCase();
}
