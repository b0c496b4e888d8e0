import { byte } from '../../transfer/reading/json-bytes.ts';
import { createByteSearch } from './byte-search.ts';
import type { ByteSearch } from './byte-search.ts';
import { B, contentOffset, L, M, NULL } from './canonical-json.ts';
import { createCharacterSearch } from './character-search.ts';
import { foldCase } from './fold-case.ts';
import { endOfString, endOfValue, typeAt } from './row-values.ts';

export type TextQuery = {
  readonly text: string;
  readonly matchCase: boolean;
};

/**
 * Looks for a text in values. A value holds it where one of its own texts does: a string, a
 * number, binary's base64, `true`, `false`, `null`, a member of a set, or anything of these inside
 * of a list or map, names of a map's members included.
 */
export type TextSearch = {
  /** False only where nothing in these rows, or this part of one, can hold the text. */
  readonly mayBeIn: (bytes: Uint8Array, from: number, to: number) => boolean;
  /** Whether the value from its opening brace to after its closing one holds the text. */
  readonly isIn: (bytes: Uint8Array, at: number, end: number) => boolean;
};

export function createTextSearch({ text, matchCase }: TextQuery): TextSearch {
  const fold = matchCase ? (whole: string) => whole : foldCase;
  const folded = fold(text);
  const run = longestRun(text, matchCase);
  const inRow = run === '' ? undefined : createByteSearch(Buffer.from(run, 'utf8'), false);
  const inText = createStringSearch(text, folded, matchCase);
  const isEscaped = escapable.test(text);
  const words = { true: 'true'.includes(folded), false: 'false'.includes(folded) };
  const isInNull = 'null'.includes(folded);

  /** The string from the offset after its opening quote to its closing one. */
  function isInString(bytes: Uint8Array, from: number, to: number): boolean {
    if (inText !== undefined) {
      if (isEscaped ? !holdsEscape(bytes, from, to) : inText(bytes, from, to) < 0) return false;
      if (!isEscaped && !holdsEscape(bytes, from, to)) return true;
    }
    const whole = JSON.parse(
      `"${Buffer.from(bytes.subarray(from, to)).toString('utf8')}"`,
    ) as string;
    return fold(whole).includes(folded);
  }

  function isIn(bytes: Uint8Array, at: number, end: number): boolean {
    const type = typeAt(bytes, at);
    const content = at + (contentOffset[type] ?? 0);
    if (type === NULL) return isInNull;
    if (type <= B) return isInString(bytes, content + 1, end - 2);
    if (bytes[content] === byte.smallT) return words.true;
    if (bytes[content] === byte.smallF) return words.false;
    return isInParts(bytes, content, type === M, type === M || type === L);
  }

  /** The parts of a list, set or map, from the bracket or brace that opens it. */
  function isInParts(bytes: Uint8Array, at: number, named: boolean, typed: boolean): boolean {
    for (let place = at + 1; bytes[place] === byte.quote || bytes[place] === byte.openBrace;) {
      if (bytes[place] === byte.quote) {
        const end = endOfString(bytes, place + 1);
        if (isInString(bytes, place + 1, end - 1)) return true;
        place = named ? end + 1 : end;
      }
      if (typed) {
        const end = endOfValue(bytes, place);
        if (isIn(bytes, place, end)) return true;
        place = end;
      }
      if (bytes[place] !== byte.comma) return false;
      place += 1;
    }
    return false;
  }

  return {
    mayBeIn: (bytes, from, to) => inRow === undefined || inRow(bytes, from, to) >= 0,
    isIn,
  };
}

/** What stands in a row as an escape. */
const escapable = /["\\]|(?![\x7f-\x9f])\p{Cc}/u;

/** A search in the bytes of strings; undefined where their text must be looked at. */
function createStringSearch(
  text: string,
  folded: string,
  matchCase: boolean,
): ByteSearch | undefined {
  // Half of a surrogate pair has no bytes, and can be half of one.
  if (text === '' || /\p{Cs}/u.test(text)) return undefined;
  const isAscii = !/\P{ASCII}/u.test(text);
  if (!matchCase && !isAscii) return createCharacterSearch(folded);
  return createByteSearch(Buffer.from(text, 'utf8'), matchCase);
}

function holdsEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === byte.backslash) return true;
  return false;
}

/**
 * The longest part of the text that stands in a row as it is where the row holds the text: no
 * quote, backslash or control character, which are escaped, nor half of a surrogate pair; and
 * without regard to case, only what has no case or has it in ASCII.
 */
function longestRun(text: string, matchCase: boolean): string {
  const others = matchCase ? /["\\\p{Cc}\p{Cs}]+/u : /(?:["\\\p{Cc}]|(?!\p{Lo})\P{ASCII})+/u;
  return text.split(others).reduce((longest, run) => (run.length > longest.length ? run : longest));
}
