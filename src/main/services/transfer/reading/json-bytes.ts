/** The bytes that JSON gives a meaning to. */
export const byte = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  point: 0x2e,
  zero: 0x30,
  one: 0x31,
  nine: 0x39,
  colon: 0x3a,
  capitalE: 0x45,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  smallE: 0x65,
  smallF: 0x66,
  smallN: 0x6e,
  smallT: 0x74,
  smallU: 0x75,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** 1 for the bytes of a string that need no thought: printable ASCII but `"` and `\`. */
export const plainInString: Uint8Array = Uint8Array.from({ length: 256 }, (_, value) =>
  value >= byte.space && value < 0x80 && value !== byte.quote && value !== byte.backslash ? 1 : 0,
);

export function isHexDigit(value: number): boolean {
  return (value >= 0x30 && value <= 0x39) || ((value | 0x20) >= 0x61 && (value | 0x20) <= 0x66);
}

export function isDigit(value: number): boolean {
  return value >= byte.zero && value <= byte.nine;
}

/** What may follow after a backslash, but for `u`: `"\/bfnrt`. */
export function isShortEscape(value: number): boolean {
  return '"\\/bfnrt'.includes(String.fromCharCode(value));
}

/** A byte in words, for messages: `"x"`, `the end of the line`, `byte 0x01`. */
export function describeByte(value: number): string {
  if (value === byte.lineFeed || value === byte.carriageReturn) return 'the end of the line';
  if (value === byte.tab) return 'a tab';
  if (value === byte.quote) return `'"'`;
  if (value > byte.space && value < 0x7f) return `"${String.fromCharCode(value)}"`;
  if (value === byte.space) return 'a space';
  const hex = value.toString(16).toUpperCase().padStart(2, '0');
  return value >= 0x80 ? `a character beyond ASCII (byte 0x${hex})` : `byte 0x${hex}`;
}
