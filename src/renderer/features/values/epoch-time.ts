import type { AttributeValue } from '../../../domain/attribute-value.ts';

/** A point in time that a number may stand for. */
export type EpochTime = {
  readonly milliseconds: number;
  /** How the number counts from 1970. */
  readonly unit: 'seconds' | 'milliseconds';
};

const earliest = Date.UTC(2001, 0, 1);
const end = Date.UTC(2101, 0, 1);

/** The time of a number from 2001 to 2100, as seconds or milliseconds since 1970; else undefined. */
export function epochTime(text: string): EpochTime | undefined {
  // Only to be read: the value itself stays the text that it is.
  const match = /^(\d{9,13})(?:\.\d+)?$/.exec(text);
  if (match === null) return undefined;
  const number = Number(text);
  if (number >= earliest && number < end)
    return { milliseconds: Math.floor(number), unit: 'milliseconds' };
  if (number * 1_000 < earliest || number * 1_000 >= end) return undefined;
  return { milliseconds: Math.floor(number * 1_000), unit: 'seconds' };
}

const unitWords = new Set(
  'ms s sec secs second seconds milli millis millisecond milliseconds epoch unix utc gmt'.split(
    ' ',
  ),
);
const timeWords = new Set(
  (
    'at on time times timestamp timestamps ts date dates datetime ttl created updated modified ' +
    'deleted changed expires expire expired expiry expiration until since deadline due start ' +
    'started begin begun end ended finished last first when seen login'
  ).split(' '),
);

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

const known = new Map<string, boolean>();
const mostKnown = 2_000;

/**
 * Whether an attribute's name says that it holds a time: `createdAt`, `expires_at`, `ttl`,
 * `last-seen`, `unixTime`. Its last word decides, units left out: `createdAtMs`.
 */
export function isTimeName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = wordsOf(name);
  const last = words.findLast((word) => !unitWords.has(word));
  const told = last === undefined ? words.includes('epoch') : timeWords.has(last);
  if (known.size >= mostKnown) known.clear();
  known.set(name, told);
  return told;
}

/**
 * The time that a value stands for where that is likely. A phone number or an article number may
 * be in the range by chance: the name of the attribute decides, never the number alone.
 */
export function likelyTime(value: AttributeValue, name: string): EpochTime | undefined {
  const text = 'N' in value ? value.N : 'S' in value ? value.S : undefined;
  if (text === undefined || text.length < 9 || text.length > 24 || !isTimeName(name))
    return undefined;
  return epochTime(text);
}

const steps = [
  ['year', 365.25 * 86_400],
  ['month', 30.4375 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How far a time is from another one, in the largest unit that fits: `3 months ago`. */
export function fromNow(milliseconds: number, now: number): string {
  const seconds = (milliseconds - now) / 1_000;
  for (const [unit, length] of steps) {
    const count = Math.trunc(seconds / length);
    if (count !== 0) return relative.format(count, unit);
  }
  return Math.abs(seconds) < 10 ? 'now' : relative.format(Math.trunc(seconds), 'second');
}

/** A time as people read it: `2024-03-01 12:00:00 UTC`; milliseconds only where there are some. */
export function timeInWords(milliseconds: number): string {
  const [day = '', clock = ''] = new Date(milliseconds).toISOString().slice(0, -1).split('T');
  return `${day} ${clock.replace(/\.000$/, '')} UTC`;
}

/** The whole hint: `2024-03-01 12:00:00 UTC · 3 months ago`. */
export function timeHint({ milliseconds }: EpochTime, now = Date.now()): string {
  return `${timeInWords(milliseconds)} · ${fromNow(milliseconds, now)}`;
}
