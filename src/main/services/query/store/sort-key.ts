import { byte } from '../../transfer/reading/json-bytes.ts';
import { writeBinaryKey } from './binary-key.ts';
import { B, BOOL, BS, contentOffset, L, M, N, NS, NULL, S, SS } from './canonical-json.ts';
import type { TypeIndex } from './canonical-json.ts';
import { createKeyBytes } from './key-bytes.ts';
import { writeNumberKey } from './number-key.ts';
import { countParts, typeAt } from './row-values.ts';
import { writeTextKey } from './text-key.ts';

/**
 * The order of values of different types: numbers, strings, binary, Booleans, NULL, string sets,
 * number sets, binary sets, lists, maps.
 */
export const typesInOrder: readonly TypeIndex[] = [N, S, B, BOOL, NULL, SS, NS, BS, L, M];
const rankOf = Uint8Array.from(typesInOrder, (_, type) => typesInOrder.indexOf(type));

/**
 * A value as bytes whose order is the order of values: a byte for its type, then numbers by value,
 * text and binary by bytes, false before true, sets, lists and maps by how many parts they have.
 */
export type SortKeyReader = {
  /** Reads the value whose opening brace stands at an offset. */
  readonly read: (bytes: Uint8Array, at: number) => void;
  readonly rank: () => number;
  /** What follows the rank: a part of `source`, good until the next read. */
  readonly source: () => Uint8Array;
  readonly from: () => number;
  readonly to: () => number;
};

export function createSortKeyReader(): SortKeyReader {
  const key = createKeyBytes();
  let rank = 0;
  let source: Uint8Array = new Uint8Array();
  let from = 0;
  let to = 0;

  function read(bytes: Uint8Array, at: number): void {
    const type = typeAt(bytes, at);
    const content = at + (contentOffset[type] ?? 0);
    rank = rankOf[type] ?? 0;
    if (type === S && pointAtText(bytes, content + 1)) return;
    key.clear();
    if (type === S) writeTextKey(key, parseString(bytes, content));
    else if (type === N) writeNumberKey(key, bytes, content + 1, endOfPlain(bytes, content + 1));
    else if (type === B) writeBinaryKey(key, bytes, content + 1, endOfPlain(bytes, content + 1));
    else if (type === BOOL) key.push(bytes[content] === byte.smallT ? 1 : 0);
    else if (type !== NULL) {
      const count = countParts(bytes, content);
      key.pushPair(count >> 16);
      key.pushPair(count & 0xffff);
    }
    source = key.bytes();
    from = 0;
    to = key.length();
  }

  /** Text without a backslash is its own key, where it stands. */
  function pointAtText(bytes: Uint8Array, at: number): boolean {
    const end = endOfPlain(bytes, at);
    if (bytes[end] !== byte.quote) return false;
    source = bytes;
    from = at;
    to = end;
    return true;
  }

  return { read, rank: () => rank, source: () => source, from: () => from, to: () => to };
}

/** The next quote or backslash. */
function endOfPlain(bytes: Uint8Array, at: number): number {
  for (let place = at; ; place += 1) {
    const value = bytes[place] ?? byte.quote;
    if (value === byte.quote || value === byte.backslash) return place;
  }
}

function parseString(bytes: Uint8Array, at: number): string {
  let end = at + 1;
  while (bytes[end] !== byte.quote) end += bytes[end] === byte.backslash ? 2 : 1;
  return JSON.parse(Buffer.from(bytes.subarray(at, end + 1)).toString('utf8')) as string;
}
