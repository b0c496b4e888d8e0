import type { ResultSetProgress } from '../../../contract/query.ts';
import { loadRate, timeLeftInWords } from '../query/load-rate.ts';
import type { ResultState } from '../query/result-state.ts';
import { arrangementOf, newerRowsOf, rowCountOf } from '../query/result-state.ts';
import { sizeText } from '../../ui/numbers.ts';

const grouped = (count: number) => count.toLocaleString('en-GB');

/** `1 item`, `5 items`, `12,400 items`. */
export function itemsInWords(count: number): string {
  return count === 1 ? '1 item' : `${grouped(count)} items`;
}

/** Capacity units as they are told: `0.5 RCU`. */
export function unitsInWords(units: number): string {
  return `${Number(units.toFixed(1)).toLocaleString('en-GB')} RCU`;
}

function time(milliseconds: number): string {
  if (milliseconds < 1) return '<1 ms';
  if (milliseconds < 10_000) return `${grouped(Math.round(milliseconds))} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function pages(count: number): string {
  return count === 1 ? '1 page' : `${grouped(count)} pages`;
}

/** `5 items`; where rows are filtered, `1,204 of 12,400 loaded rows`. */
export function countInWords(state: ResultState): string {
  const { progress, view } = state;
  if (progress === undefined) return '';
  if (view === undefined || view.arrangement.filters.length === 0)
    return itemsInWords(rowCountOf(state));
  return `${grouped(rowCountOf(state))} of ${grouped(view.loadedRows)} loaded rows`;
}

/** Which rows sorting, filtering and finding are over: `all 12,400 rows`, `the 300 loaded rows`. */
export function rowsInWords({ progress, view }: ResultState): string {
  const loaded = view?.loadedRows ?? progress?.rowCount ?? 0;
  const rows = loaded === 1 ? 'row' : 'rows';
  const all = progress?.complete === true && loaded === progress.rowCount;
  return all ? `all ${grouped(loaded)} ${rows}` : `the ${grouped(loaded)} loaded ${rows}`;
}

/** `sorted by Year over the 12,400 loaded rows`; empty where the rows are in the order they came. */
export function orderInWords(state: ResultState): string {
  const { view, arranging } = state;
  if (arranging !== undefined) {
    const { sort, filters } = arrangementOf(state);
    if (sort !== undefined && sort !== view?.arrangement.sort) return `sorting by ${sort.name}…`;
    return filters.length > 0 ? 'filtering…' : 'arranging…';
  }
  if (view === undefined) return '';
  const { sort, filters } = view.arrangement;
  const words: string[] = [];
  // Where rows are filtered, the count says already over how many.
  const over = filters.length > 0 ? '' : ` over ${rowsInWords(state)}`;
  if (sort !== undefined)
    words.push(`sorted by ${sort.name}${sort.descending ? ', descending,' : ''}${over}`);
  const newer = newerRowsOf(state);
  if (newer > 0)
    words.push(`${grouped(newer)} newer ${newer === 1 ? 'row is' : 'rows are'} not among them yet`);
  return words.join('; ').replace(/,(?=;|$)/, '');
}

/** What stands beside the count: that there is more. */
export function restInWords({ progress, reading }: ResultState): string {
  if (reading === 'result' && progress === undefined) return 'reading…';
  if (progress === undefined) return '';
  if (reading === 'all') return '';
  if (reading !== undefined) return 'reading…';
  return progress.complete ? '' : 'more to load';
}

/** `Looked at 10,000 items in 10 pages (82 RCU) and stopped`. */
export function spentInWords(progress: ResultSetProgress): string {
  const { scannedCount, pageCount, consumedCapacity } = progress;
  const cost = consumedCapacity === undefined ? '' : ` (${unitsInWords(consumedCapacity)})`;
  return `Looked at ${itemsInWords(scannedCount)} in ${pages(pageCount)}${cost} and stopped`;
}

/** How the reading of all that is left goes on, in parts, and its share from 0 to 1. */
export function loadingInWords({ readingFrom, progress, read }: ResultState): {
  readonly parts: readonly string[];
  readonly share: number | undefined;
} {
  if (progress === undefined) return { parts: [], share: undefined };
  const { rowCount, scannedCount, consumedCapacity, segments } = progress;
  const rate = loadRate(readingFrom, progress, read?.itemCount);
  const parts = [`${grouped(rowCount)} rows`];
  if (scannedCount > rowCount) parts.push(`${grouped(scannedCount)} looked at`);
  if (rate.rowsPerSecond !== undefined)
    parts.push(`${grouped(Math.round(rate.rowsPerSecond))} rows/s`);
  if (consumedCapacity !== undefined) parts.push(unitsInWords(consumedCapacity));
  if (segments > 1) parts.push(`${segments} segments`);
  if (rate.secondsLeft !== undefined) parts.push(timeLeftInWords(rate.secondsLeft));
  return { parts, share: rate.share };
}

/** For the status bar: `5 items read`, pages and items looked at, capacity, time. */
export function statusParts({ progress }: ResultState): { text: string; strong?: boolean }[] {
  if (progress === undefined) return [];
  const parts = [
    { text: `${itemsInWords(progress.rowCount)} read`, strong: true },
    { text: `${pages(progress.pageCount)} · ${grouped(progress.scannedCount)} scanned` },
  ];
  if (progress.consumedCapacity !== undefined)
    parts.push({ text: unitsInWords(progress.consumedCapacity) });
  parts.push({ text: time(progress.elapsedMs) });
  if (progress.fileBytes > 0)
    parts.push({ text: `${sizeText(progress.fileBytes)} of rows on disk` });
  return parts;
}

/** Why there are no rows, in a sentence; undefined where there are some, or it is not known yet. */
export function emptyInWords(state: ResultState, tableName: string): string | undefined {
  const { progress, reading, read, view } = state;
  if (progress === undefined || reading === 'result' || rowCountOf(state) > 0) return undefined;
  if (view !== undefined && progress.rowCount > 0)
    return `Of ${rowsInWords(state)}, none passes the filters.`;
  return noRows(progress, read?.operation ?? 'Scan', tableName);
}

function noRows(progress: ResultSetProgress, operation: string, tableName: string): string {
  const looked = itemsInWords(progress.scannedCount);
  if (!progress.complete)
    return `None of the ${looked} looked at so far matches. There is more to look at.`;
  if (progress.scannedCount > 0) return `None of the ${looked} looked at matches.`;
  return operation === 'Query' ? 'No item matches this query.' : `${tableName} has no items yet.`;
}
