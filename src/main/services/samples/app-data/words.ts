import type { AttributeValue } from '../../../../domain/attribute-value.ts';

/** Short ways to write attribute values. */
export const text = (S: string): AttributeValue => ({ S });
export const number = (value: number | string): AttributeValue => ({ N: String(value) });
export const yesNo = (BOOL: boolean): AttributeValue => ({ BOOL });
export const none: AttributeValue = { NULL: true };

/** An amount of money as people write it: 1250 cents are 12.50. */
export const money = (cents: number): AttributeValue => number((cents / 100).toFixed(2));

/** Numbers in identifiers have a fixed width, so that their order as text is their order. */
export const identifier = (letter: string, value: number, width = 4) =>
  `${letter}${String(value).padStart(width, '0')}`;

/** A time of the sample's year, in the form that sorts. */
export const time = (minute: number) =>
  new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString().replace('.000', '');

export const minutesOfYear = 365 * 24 * 60;
