/**
 * A decimal number taken apart: ±0.DIGITS × 10^point, without zeros at either end of the digits.
 * Zero has no digits, no sign and the point 0.
 */
export type Decimal = {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
};

const pattern = /^([-+]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([-+]?[0-9]+))?$/;

/** Reads a decimal number of any length exactly, or answers undefined where it is none. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = match[4] ?? '', , power = '0'] = match;
  const exponent = Number(power);
  // Beyond this the place of the point is no longer exact, and no number that DynamoDB keeps.
  if (!Number.isSafeInteger(exponent) || Math.abs(exponent) > 1e12) return undefined;
  const all = whole + fraction;
  const leading = countLeadingZeros(all);
  const digits = trimZerosAtEnd(all.slice(leading));
  if (digits === '') return { negative: false, digits: '', point: 0 };
  return { negative: sign === '-', digits, point: whole.length - leading + exponent };
}

/** Compares by value: below 0, 0 or above 0. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const signs = signOf(a) - signOf(b);
  if (signs !== 0) return signs;
  const direction = a.negative ? -1 : 1;
  if (a.point !== b.point) return a.point < b.point ? -direction : direction;
  // Digits have no zeros at the end, so the order of the texts is the order of the fractions.
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -direction : direction;
}

/** Writes a number without an exponent and without needless zeros, as DynamoDB does. */
export function printDecimal({ negative, digits, point }: Decimal): string {
  const sign = negative ? '-' : '';
  if (digits === '') return '0';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function signOf({ negative, digits }: Decimal): number {
  if (digits === '') return 0;
  return negative ? -1 : 1;
}

function countLeadingZeros(text: string): number {
  let count = 0;
  while (text.charCodeAt(count) === 0x30) count += 1;
  return count;
}

function trimZerosAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x30) end -= 1;
  return text.slice(0, end);
}
