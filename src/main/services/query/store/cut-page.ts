import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import { byte } from '../../transfer/reading/json-bytes.ts';
import type { AttributesSeen } from './attributes-seen.ts';
import { checkString, checkType, checkValue, notCanonical, standsAt } from './canonical-json.ts';

/** A Query's, Scan's or SELECT's answer beside its items, as far as it is used. */
export type PageRest = {
  readonly Count?: number;
  readonly ScannedCount?: number;
  readonly LastEvaluatedKey?: Item;
  /** Where a SELECT of PartiQL goes on. */
  readonly NextToken?: string;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
};

/** The items of a page: one text with a comma between two of them. */
export type CutPage = {
  readonly bytes: Uint8Array;
  /** Where each item begins, and one after its comma where the last one would. */
  readonly starts: Uint32Array;
  readonly rest: PageRest;
};

/**
 * Cuts the body of an answer into its items without making a value of any, and tells `seen` of
 * their attributes. A body that is not written as rows are kept is written anew first.
 * Throws SERVICE_FAILED where it is not DynamoDB's.
 */
export function cutPage(body: Uint8Array, seen: AttributesSeen): CutPage {
  const undo = seen.mark();
  const cut = tryCut(body, seen);
  if (cut !== undefined) return cut;
  undo();
  const again = tryCut(rewritten(body), seen);
  if (again !== undefined) return again;
  undo();
  throw notDynamodb();
}

function notDynamodb(cause?: unknown): SortkeyError {
  const message = 'The answer holds items that are not DynamoDB JSON.';
  return new SortkeyError(
    'SERVICE_FAILED',
    `${message} Check the endpoint of the connection.`,
    {},
    { cause },
  );
}

/** The same answer as `JSON.stringify` writes it. No item holds a number of JSON to be changed. */
function rewritten(body: Uint8Array): Uint8Array {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(Buffer.from(body).toString('utf8'))));
  } catch (cause) {
    throw notDynamodb(cause);
  }
}

const itemsName = Buffer.from('"Items":[', 'latin1');

function tryCut(body: Uint8Array, seen: AttributesSeen): CutPage | undefined {
  const array = findItems(body);
  if (array === undefined) return undefined;
  const starts: number[] = [];
  let place = array;
  // Without items, or with none of them, there is no first brace to begin at.
  while (body[place] === byte.openBrace) {
    starts.push(place - array);
    place = checkItem(body, place, seen);
    if (place === notCanonical) return undefined;
    if (body[place] !== byte.comma) break;
    place += 1;
  }
  const end = place;
  const known = array < body.length;
  if (known && (body[end] !== byte.closeBracket || body[end - 1] === byte.comma)) return undefined;
  starts.push(end - array + 1);
  const before = Buffer.from(body.subarray(0, array)).toString('utf8');
  const rest = parseRest(before + Buffer.from(body.subarray(end)).toString('utf8'));
  if (rest === undefined) return undefined;
  return { bytes: ownBytes(body, array, end), starts: Uint32Array.from(starts), rest };
}

/** The offset of the first item, or the body's end where it has no items at all. */
function findItems(body: Uint8Array): number | undefined {
  if (body[0] !== byte.openBrace) return undefined;
  let place = 1;
  while (body[place] === byte.quote) {
    if (standsAt(body, place, itemsName)) return place + itemsName.length;
    const name = checkString(body, place + 1);
    place = name === notCanonical ? notCanonical : endOfMember(body, name);
    if (place === notCanonical) return undefined;
    if (body[place] === byte.comma) place += 1;
  }
  return place === body.length - 1 ? body.length : undefined;
}

/** The end of a member of the answer that is no item; `JSON.parse` looks at it later. */
function endOfMember(body: Uint8Array, at: number): number {
  let depth = 0;
  for (let place = at; place < body.length; place += 1) {
    const value = body[place] ?? 0;
    if (value === byte.quote) {
      const end = checkString(body, place + 1);
      if (end === notCanonical) return notCanonical;
      place = end - 1;
    } else if (value === byte.openBrace || value === byte.openBracket) depth += 1;
    else if (depth === 0 && (value === byte.comma || value === byte.closeBrace)) return place;
    else if (value === byte.closeBrace || value === byte.closeBracket) depth -= 1;
  }
  return notCanonical;
}

function checkItem(body: Uint8Array, at: number, seen: AttributesSeen): number {
  if (body[at + 1] === byte.closeBrace) return at + 2;
  for (let place = at + 1; ; place += 1) {
    if (body[place] !== byte.quote) return notCanonical;
    const name = checkString(body, place + 1);
    if (name === notCanonical || body[name] !== byte.colon) return notCanonical;
    const type = checkType(body, name + 1);
    if (type === notCanonical) return notCanonical;
    seen.see(body, place + 1, name - 1, type);
    place = checkValue(body, name + 1, type);
    if (place === notCanonical) return notCanonical;
    if (body[place] === byte.closeBrace) return place + 1;
    if (body[place] !== byte.comma) return notCanonical;
  }
}

function parseRest(text: string): PageRest | undefined {
  try {
    const { Items: items = [], ...rest } = JSON.parse(text) as PageRest & { Items?: unknown };
    return Array.isArray(items) ? rest : undefined;
  } catch {
    // Not JSON as it stands: the caller tries the body written anew.
    return undefined;
  }
}

/** The part itself where it is nearly all of its memory; else a copy, so that no more is held. */
function ownBytes(body: Uint8Array, from: number, to: number): Uint8Array {
  const part = body.subarray(from, to);
  if (part.length * 10 >= body.buffer.byteLength * 9) return part;
  const copy = Buffer.allocUnsafeSlow(part.length);
  copy.set(part);
  return copy;
}
