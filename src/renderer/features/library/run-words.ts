import type { RunOutcome } from '../../../contract/library.ts';
import { count, duration } from '../../ui/amounts.ts';
import { fullCount } from '../../ui/numbers.ts';

const minute = 60_000;
const hour = 60 * minute;
const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem'];

/** What was sent, as short as it is known by. */
export function kindInWords(kind: string): string {
  return kind.replace(/(?<=[a-z])Items?$/, '');
}

/** The day of a time, as a heading: Today, Yesterday, Mon 23 November 2026. */
export function dayInWords(time: number, now: number): string {
  const [day, today] = [new Date(time), new Date(now)];
  const yesterday = new Date(now);
  yesterday.setDate(today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return 'Today';
  if (day.toDateString() === yesterday.toDateString()) return 'Yesterday';
  const weekday = day.toLocaleDateString('en-GB', { weekday: 'short' });
  const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return `${weekday} ${day.toLocaleDateString('en-GB', date)}`;
}

/** How long ago it was, in the last hour; else the time of its day. */
export function whenInWords(time: number, now: number): string {
  const ago = now - time;
  if (ago >= 0 && ago < minute) return 'just now';
  if (ago >= 0 && ago < hour) return `${Math.floor(ago / minute)} min ago`;
  return new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Items, items scanned where those are others, capacity and time. */
export function outcomeInWords(kind: string, outcome: RunOutcome): string {
  const { rowCount, scannedCount, capacity, elapsedMs } = outcome;
  const facts: string[] = [];
  if (rowCount !== undefined) facts.push(count(rowCount, 'item'));
  if (scannedCount !== undefined && scannedCount !== rowCount)
    facts.push(`${fullCount(scannedCount)} scanned`);
  if (capacity !== undefined)
    facts.push(`${fullCount(capacity)} ${writes.includes(kind) ? 'WCU' : 'RCU'}`);
  return [...facts, duration(elapsedMs)].join(' · ');
}

/** How it ended where it did not end well; undefined where it did. */
export function failureInWords({ errorCode }: RunOutcome): string | undefined {
  if (errorCode === undefined) return undefined;
  return errorCode === 'CANCELLED' ? 'Cancelled' : `Failed: ${errorCode}`;
}
