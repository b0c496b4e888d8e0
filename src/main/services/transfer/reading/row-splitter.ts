import { createFilePlace } from './file-place.ts';
import { byte, describeByte } from './json-bytes.ts';
import { continueNumber, isWholeNumber, startNumber } from './json-numbers.ts';
import type { NumberState } from './json-numbers.ts';
import { expectation, mayEnd, openAtEnd } from './json-states.ts';
import type { State } from './json-states.ts';
import { createStringScanner } from './json-strings.ts';
import { createRowBytes } from './row-bytes.ts';
import type { JsonLayout, ScannedRow } from './scanned-row.ts';

export type RowSplitter = {
  /** Takes the next bytes, and answers the rows that end in them. Throws FileSyntaxError. */
  push(chunk: Uint8Array): ScannedRow[];
  /** Says that there are no more bytes. Throws FileSyntaxError where something is left open. */
  end(): ScannedRow[];
  /** Known after the first byte that is not white space. */
  layout(): JsonLayout | undefined;
};

/** Deeper than any item; more is a file made to exhaust its reader. */
const maximumDepth = 10_000;

const byteOrderMark = [0xef, 0xbb, 0xbf];

const literals = new Map<number, string>([
  [byte.smallT, 'true'],
  [byte.smallF, 'false'],
  [byte.smallN, 'null'],
]);

/**
 * Cuts a stream of bytes into rows while it checks every byte against the grammars of JSON and
 * UTF-8, so that an error has its place in the file and not in a row. It holds the row it stands in
 * and nothing else of the file.
 */
export function createRowSplitter(options: { maximumRowBytes: number }): RowSplitter {
  const place = createFilePlace();
  const strings = createStringScanner(place);
  const rowBytes = createRowBytes(options.maximumRowBytes);
  let state: State = 'start';
  let layout: JsonLayout | undefined;
  /** The brackets that are open, by their bytes, and how many of them are open around a row. */
  const open: number[] = [];
  let rowDepth = 0;
  let rows: ScannedRow[] = [];
  let rowCount = 0;
  let row = { line: 1, start: 0, deepest: 0, names: 0 };
  let stringIsName = false;
  let numberState: NumberState = 'zero';
  let literal = '';
  let literalRead = 0;
  let markRead = 0;

  function unexpected(value: number, index: number): never {
    return place.fail(`${expectation(state)}, found ${describeByte(value)}`, index);
  }

  function openBracket(value: number, index: number): void {
    if (open.length === maximumDepth) place.fail('nested more than 10,000 levels deep', index);
    open.push(value);
    if (open.length > row.deepest) row.deepest = open.length;
    state = value === byte.openBracket ? 'first element' : 'first name';
  }

  function beginValue(value: number, index: number): void {
    if (open.length === rowDepth) {
      rowBytes.begin(index);
      row = { line: place.line(), start: place.offset(index), deepest: rowDepth, names: 0 };
    }
    if (value === byte.quote) {
      stringIsName = false;
      state = 'string';
      return;
    }
    if (value === byte.openBrace || value === byte.openBracket) return openBracket(value, index);
    literal = literals.get(value) ?? '';
    literalRead = 1;
    if (literal === '') numberState = startNumber(value) ?? unexpected(value, index);
    state = literal === '' ? 'number' : 'literal';
  }

  /** A value is complete; `end` is the place after it. */
  function endValue(chunk: Uint8Array, end: number): void {
    if (open.length === rowDepth) {
      rowCount += 1;
      rows.push({
        row: rowCount,
        line: row.line,
        start: row.start,
        end: place.offset(end),
        depth: row.deepest - rowDepth,
        names: row.names,
        bytes: rowBytes.end(chunk, end),
      });
    }
    const innermost = open.at(-1);
    if (innermost === undefined) state = layout === 'array' ? 'after array' : 'between values';
    else state = innermost === byte.openBracket ? 'after element' : 'after member';
  }

  function closeBracket(chunk: Uint8Array, index: number): void {
    open.pop();
    endValue(chunk, index + 1);
  }

  /** The first byte of the file that is not white space, or one of a byte order mark. */
  function start(value: number, index: number): void {
    const offset = place.offset(index);
    if (offset === 0 && value === 0x1f) {
      place.fail('the file is compressed (gzip); unpack it first', index);
    }
    if (offset === 0 && (value === 0xff || value === 0xfe)) {
      place.fail('the file is UTF-16; save it as UTF-8', index);
    }
    if (offset === markRead && value === byteOrderMark[offset]) {
      // A byte order mark takes no column.
      place.continuation();
      markRead += 1;
    } else if (markRead === 1 || markRead === 2) {
      place.fail(
        `the file begins with half a byte order mark, found ${describeByte(value)}`,
        index,
      );
    } else if (value === byte.openBracket) {
      layout = 'array';
      rowDepth = 1;
      openBracket(value, index);
    } else if (value === byte.openBrace) {
      layout = 'values';
      beginValue(value, index);
    } else unexpected(value, index);
  }

  /** One byte where white space may stand and does not. */
  function betweenWords(value: number, chunk: Uint8Array, index: number): void {
    switch (state) {
      case 'start':
        return start(value, index);
      case 'element':
      case 'member value':
      case 'between values':
        return beginValue(value, index);
      case 'first element':
        if (value === byte.closeBracket) return closeBracket(chunk, index);
        return beginValue(value, index);
      case 'first name':
        if (value === byte.closeBrace) return closeBracket(chunk, index);
        return beginName(value, index);
      case 'name':
        return beginName(value, index);
      case 'colon':
        if (value !== byte.colon) return unexpected(value, index);
        state = 'member value';
        return;
      case 'after element':
        if (value === byte.closeBracket) return closeBracket(chunk, index);
        if (value !== byte.comma) return unexpected(value, index);
        state = 'element';
        return;
      case 'after member':
        if (value === byte.closeBrace) return closeBracket(chunk, index);
        if (value !== byte.comma) return unexpected(value, index);
        state = 'name';
        return;
      default:
        return unexpected(value, index);
    }
  }

  function beginName(value: number, index: number): void {
    if (value !== byte.quote) unexpected(value, index);
    row.names += 1;
    stringIsName = true;
    state = 'string';
  }

  /** Reads on inside a string; answers the place after what was read. */
  function scanString(chunk: Uint8Array, from: number): number {
    const end = strings.scan(chunk, from);
    if (end === -1) return chunk.length;
    if (stringIsName) state = 'colon';
    else endValue(chunk, end);
    return end;
  }

  function scanNumber(chunk: Uint8Array, from: number): number {
    for (let index = from; index < chunk.length; index += 1) {
      const value = chunk[index] as number;
      const next = continueNumber(numberState, value);
      if (next === undefined) {
        if (!isWholeNumber(numberState)) {
          place.fail(`expected a digit in a number, found ${describeByte(value)}`, index);
        }
        endValue(chunk, index);
        return index;
      }
      numberState = next;
    }
    return chunk.length;
  }

  function scanLiteral(chunk: Uint8Array, from: number): number {
    const value = chunk[from] as number;
    if (value !== literal.charCodeAt(literalRead)) {
      place.fail(`expected ${literal}, found ${describeByte(value)}`, from);
    }
    literalRead += 1;
    if (literalRead === literal.length) endValue(chunk, from + 1);
    return from + 1;
  }

  function scanBetween(chunk: Uint8Array, from: number): number {
    let index = from;
    while (index < chunk.length) {
      const value = chunk[index] as number;
      if (value === byte.lineFeed) place.newLine(index);
      else if (value !== byte.space && value !== byte.carriageReturn && value !== byte.tab) {
        betweenWords(value, chunk, index);
        return index + 1;
      }
      index += 1;
    }
    return index;
  }

  function takeRows(): ScannedRow[] {
    const taken = rows;
    rows = [];
    return taken;
  }

  return {
    layout: () => layout,
    push(chunk) {
      let index = 0;
      while (index < chunk.length) {
        if (state === 'string') index = scanString(chunk, index);
        else if (state === 'number') index = scanNumber(chunk, index);
        else if (state === 'literal') index = scanLiteral(chunk, index);
        else index = scanBetween(chunk, index);
      }
      rowBytes.carry(chunk);
      place.advance(chunk.length);
      return takeRows();
    },
    end() {
      if (state === 'start') place.fail('the file is empty', 0);
      // Only a number has no end of its own.
      if (open.length === 0 && state === 'number' && isWholeNumber(numberState))
        endValue(new Uint8Array(), 0);
      if (!mayEnd(state)) {
        const what = openAtEnd(state, open.at(-1) === byte.openBracket);
        const begun = rowBytes.isOpen() ? `; row ${rowCount + 1} began on line ${row.line}` : '';
        place.fail(`the file ends within ${what}${begun}`, 0);
      }
      return takeRows();
    },
  };
}
