import type { ResultSetProgress } from '../../../contract/query.ts';
import type { ResultState } from '../query/result-state.ts';
import { rowCountOf } from '../query/result-state.ts';

const grouped = (count: number) => count.toLocaleString('en-GB');

/** `1 item`, `5 items`, `12,400 items`. */
export function itemsInWords(count: number): string {
  return count === 1 ? '1 item' : `${grouped(count)} items`;
}

/** Capacity units as they are told: `0.5 RCU`. */
function capacity(units: number): string {
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

/** What stands beside the count: that there is more, or why there is nothing. */
export function restInWords({ progress, reading }: ResultState): string {
  if (reading === 'result' && progress === undefined) return 'reading…';
  if (progress === undefined) return '';
  if (reading === 'all') return `reading all · ${grouped(progress.scannedCount)} looked at so far`;
  if (reading !== undefined) return 'reading…';
  if (progress.complete) return '';
  return 'more to load';
}

/** For the status bar: `5 items read`, pages and items looked at, capacity, time. */
export function statusParts(state: ResultState): { text: string; strong?: boolean }[] {
  const { progress } = state;
  if (progress === undefined) return [];
  const parts = [
    { text: `${itemsInWords(progress.rowCount)} read`, strong: true },
    { text: `${pages(progress.pageCount)} · ${grouped(progress.scannedCount)} scanned` },
  ];
  if (progress.consumedCapacity !== undefined)
    parts.push({ text: capacity(progress.consumedCapacity) });
  parts.push({ text: time(progress.elapsedMs) });
  return parts;
}

/** Why there are no rows, in a sentence; undefined where there are some, or it is not known yet. */
export function emptyInWords(state: ResultState, tableName: string): string | undefined {
  const { progress, reading, read } = state;
  if (progress === undefined || reading === 'result' || rowCountOf(state) > 0) return undefined;
  return noRows(progress, read?.operation ?? 'Scan', tableName);
}

function noRows(progress: ResultSetProgress, operation: string, tableName: string): string {
  const looked = itemsInWords(progress.scannedCount);
  if (!progress.complete)
    return `None of the ${looked} looked at so far matches. There is more to look at.`;
  if (progress.scannedCount > 0) return `None of the ${looked} looked at matches.`;
  return operation === 'Query' ? 'No item matches this query.' : `${tableName} has no items yet.`;
}
