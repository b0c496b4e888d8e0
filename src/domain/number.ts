import { compareDecimals, parseDecimal, printDecimal } from './decimal.ts';

/** DynamoDB keeps numbers of up to this many digits, zeros at both ends left out. */
export const maximumSignificantDigits = 38;

export type NumberCheck =
  | { readonly ok: true; readonly canonical: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Whether DynamoDB keeps this text as a number: 38 significant digits, magnitudes from 1E-130 to
 * below 1E+126, or zero. `canonical` is how DynamoDB writes it back: no exponent, no needless
 * zeros. `reason` is a sentence for the user.
 */
export function checkNumber(text: string): NumberCheck {
  if (text.trim() === '') return { ok: false, reason: 'A number is missing here.' };
  const decimal = parseDecimal(text);
  if (decimal === undefined) return { ok: false, reason: `${shorten(text)} is not a number.` };
  const count = decimal.digits.length;
  if (count > maximumSignificantDigits) {
    const reason = `${shorten(text)} has ${count} significant digits; DynamoDB keeps at most 38.`;
    return { ok: false, reason };
  }
  if (count > 0 && decimal.point > 126) {
    const reason = `${shorten(text)} is too large; DynamoDB keeps numbers below 1E+126.`;
    return { ok: false, reason };
  }
  if (count > 0 && decimal.point < -129) {
    const reason = `${shorten(text)} is too close to zero; DynamoDB keeps numbers from 1E-130.`;
    return { ok: false, reason };
  }
  return { ok: true, canonical: printDecimal(decimal) };
}

/**
 * Orders two numbers by value, however they are written and whatever their length. Texts that
 * are no numbers come last, by text.
 */
export function compareNumbers(a: string, b: string): number {
  const left = parseDecimal(a);
  const right = parseDecimal(b);
  if (left !== undefined && right !== undefined) return compareDecimals(left, right);
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether two numbers are the same number: 1, 1.0 and 10e-1 are. */
export function numbersEqual(a: string, b: string): boolean {
  return a === b || compareNumbers(a, b) === 0;
}

/** One text for all ways to write a number: the same for two texts exactly if they are equal. */
export function numberIdentity(text: string): string {
  const decimal = parseDecimal(text);
  if (decimal === undefined) return text;
  return `${decimal.negative ? '-' : ''}${decimal.digits}@${decimal.point}`;
}

/** A value cut for a message. */
function shorten(text: string): string {
  return text.length <= 50 ? text : `${text.slice(0, 40)}… (${text.length} characters)`;
}
