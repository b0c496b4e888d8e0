import { byte } from '../../transfer/reading/json-bytes.ts';
import type { KeyBytes } from './key-bytes.ts';

/** Places of the decimal point past this are far outside of what DynamoDB keeps. */
const farthestPoint = 8_000;
const middle = 0x8000;
const lastOfAll = 0xffff;
/** Ends the digits below zero, so that the shorter of two that begin alike comes after. */
const endBelowZero = 0xff;

/**
 * Writes a number, given as its text, so that the order of the bytes is the order by value: the
 * sign and the place of the point in two bytes, then two digits a byte, every digit. A text that
 * is no number comes after all numbers, by its bytes.
 */
export function writeNumberKey(key: KeyBytes, bytes: Uint8Array, from: number, to: number): void {
  const first = bytes[from];
  const isNegative = first === byte.minus;
  const start = isNegative || first === byte.plus ? from + 1 : from;
  const digits = readDigits(bytes, start, to);
  if (digits === undefined) {
    key.pushPair(lastOfAll);
    key.pushRange(bytes, from, to);
    return;
  }
  const { begin, end, point } = digits;
  if (begin === end) return key.pushPair(middle);
  const place = point + farthestPoint * 2;
  key.pushPair(isNegative ? middle - place : middle + place);
  for (let at = begin; at < end;) {
    let pair = 0;
    // The point stands among the digits, and a last digit may stand alone.
    for (let count = 0; count < 2; at += 1) {
      const digit = at < end ? (bytes[at] ?? 0) - byte.zero : 0;
      if (digit < 0) continue;
      pair = pair * 10 + digit;
      count += 1;
    }
    key.push(isNegative ? 100 - pair : pair + 1);
  }
  if (isNegative) key.push(endBelowZero);
}

type Digits = {
  /** From the first digit that is not 0 to after the last one; equal for zero. */
  readonly begin: number;
  readonly end: number;
  /** The number is 0.DIGITS × 10^point. */
  readonly point: number;
};

/** Finds the digits of a number without its sign; undefined where it is none. */
function readDigits(bytes: Uint8Array, from: number, to: number): Digits | undefined {
  let at = from;
  let begin = -1;
  let end = -1;
  let count = 0;
  let pointAt = -1;
  for (; at < to; at += 1) {
    const value = bytes[at] ?? 0;
    if (value === byte.point) {
      if (pointAt >= 0) return undefined;
      pointAt = at;
    } else if (value >= byte.zero && value <= byte.nine) {
      count += 1;
      if (value === byte.zero) continue;
      if (begin < 0) begin = at;
      end = at + 1;
    } else break;
  }
  if (count === 0) return undefined;
  const exponent = at < to ? readExponent(bytes, at, to) : 0;
  if (exponent === undefined) return undefined;
  if (begin < 0) return { begin: 0, end: 0, point: 0 };
  const whole = pointAt < 0 ? at : pointAt;
  // Digits before the point count up, zeros after it down.
  const point = (begin < whole ? whole - begin : whole + 1 - begin) + exponent;
  return Math.abs(point) > farthestPoint ? undefined : { begin, end, point };
}

function readExponent(bytes: Uint8Array, at: number, to: number): number | undefined {
  const text = Buffer.from(bytes.subarray(at, to)).toString('latin1');
  return /^[eE][-+]?[0-9]+$/.test(text) ? Number(text.slice(1)) : undefined;
}
