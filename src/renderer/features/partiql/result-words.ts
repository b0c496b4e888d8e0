import type { ResultSetProgress } from '../../../contract/query.ts';

const grouped = (count: number) => count.toLocaleString('en-GB');

/** `1 item`, `12,400 items`. */
export function rowsInWords(count: number): string {
  return count === 1 ? '1 item' : `${grouped(count)} items`;
}

/** `1.5 RCU`, or what they are of a write. */
export function unitsInWords(units: number, kind = 'RCU'): string {
  return `${Number(units.toFixed(1)).toLocaleString('en-GB')} ${kind}`;
}

export function timeInWords(milliseconds: number): string {
  if (milliseconds < 1) return '<1 ms';
  if (milliseconds < 10_000) return `${grouped(Math.round(milliseconds))} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `2 pages · 4.5 RCU · 12 ms`, and that there is more. */
export function spentInWords(progress: ResultSetProgress): string {
  const { pageCount, consumedCapacity, elapsedMs, complete } = progress;
  const parts = [pageCount === 1 ? '1 page' : `${grouped(pageCount)} pages`];
  if (consumedCapacity !== undefined) parts.push(unitsInWords(consumedCapacity));
  parts.push(timeInWords(elapsedMs));
  if (!complete) parts.push('more to load');
  return parts.join(' · ');
}
