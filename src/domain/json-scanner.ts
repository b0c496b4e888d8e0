/** What stopped a scan, and where. */
export type ScanFailure = { readonly message: string; readonly offset: number };

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The first offset that is not JSON's white space. */
export function skipSpace(text: string, offset: number): number {
  let at = offset;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
  }
}

/** Words for the character at an offset, for messages. */
export function describeCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  if (code === undefined) return 'the end of the text';
  if (code === 0x27) return "a single quote (')";
  if (code <= 0x20 || code === 0x7f || (code >= 0xd800 && code <= 0xdfff)) {
    return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return String.fromCodePoint(code);
}

/** Reads the string whose opening quote stands at `start`; `end` is after the closing quote. */
export function scanString(
  text: string,
  start: number,
): { value: string; end: number } | ScanFailure {
  let value = '';
  let from = start + 1;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { value: value + text.slice(from, at), end: at + 1 };
    if (Number.isNaN(code)) return { message: 'The text ends inside of a string.', offset: start };
    if (code < 0x20) {
      const found = describeCharacter(text, at);
      return { message: `A string holds ${found}, which must be escaped.`, offset: at };
    }
    if (code === 0x5c) {
      const escaped = scanEscape(text, at);
      if (escaped === undefined) {
        const found = JSON.stringify(text.slice(at, at + 2));
        return { message: `A string holds ${found}, which is no escape of JSON.`, offset: at };
      }
      value += text.slice(from, at) + escaped;
      at += text[at + 1] === 'u' ? 5 : 1;
      from = at + 1;
    }
  }
}

function scanEscape(text: string, backslash: number): string | undefined {
  const letter = text.charAt(backslash + 1);
  if (letter !== 'u') return escapes.get(letter);
  const digits = text.slice(backslash + 2, backslash + 6);
  return /^[0-9a-fA-F]{4}$/.test(digits)
    ? String.fromCharCode(Number.parseInt(digits, 16))
    : undefined;
}

/** Finds the end of the number that begins at `start`. */
export function scanNumber(text: string, start: number): { end: number } | ScanFailure {
  const pattern = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
  pattern.lastIndex = start;
  const end = pattern.test(text) ? pattern.lastIndex : start;
  const rest = /[-+.\w]+/y;
  rest.lastIndex = end;
  if (end > start && !rest.test(text)) return { end };
  const written = /[-+.\w]{1,40}/y;
  written.lastIndex = start;
  const found = written.exec(text)?.[0] ?? '';
  const hint = /^-?0[0-9]/.test(found) ? ' (a number of JSON does not begin with 0)' : '';
  return { message: `${found} is not a number of JSON${hint}.`, offset: start };
}
