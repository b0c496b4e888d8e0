import { fullCount } from './numbers.ts';

/** A count with its noun: `1 row`, `1,250 rows`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${fullCount(number)} ${number === 1 ? one : many}`;
}

/** Milliseconds for people: `14 ms`, `2.5 s`, `3 min 20 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
