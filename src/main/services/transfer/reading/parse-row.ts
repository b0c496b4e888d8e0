import type { FileFormat } from '../../../../contract/transfer.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import { DomainError } from '../../../../domain/domain-error.ts';
import { parseItem, parseItemText } from '../../../../domain/parse-dynamodb-json.ts';
import { itemFromPlainJson } from '../../../../domain/plain-json.ts';
import { isWholeText } from '../../../../domain/utf8.ts';
import { isObject, unwrapExported } from './dynamodb-json-shape.ts';
import { rowText } from './row-text.ts';
import type { ScannedRow } from './scanned-row.ts';

/** More than an item's 32 levels make in DynamoDB JSON, wrapped as in an export. */
const maximumRowDepth = 100;

/**
 * Makes the item of a row, exactly. Throws DomainError, with a reason in words, where a row of this
 * file cannot be an item.
 */
export function parseRow(row: ScannedRow, format: FileFormat): Item {
  if (row.bytes === undefined) throw new DomainError('The text of the row is longer than 16 MB.');
  const kind = kindOf(row.bytes);
  if (kind !== 'an object') throw new DomainError(`The row is ${kind}, not an object.`);
  if (row.depth > maximumRowDepth) {
    throw new DomainError(
      `Lists and maps are nested deeper than 32 levels (${row.depth} in the row).`,
    );
  }
  const text = rowText(row.bytes);
  const item = format.startsWith('dynamodb')
    ? parseTypedItem(text, row.names)
    : itemFromPlainJson(text);
  // Only an escape can write half of a pair, and no request can carry it.
  if (/\\u[dD][89a-fA-F]/.test(text) && !isWhole(item)) {
    throw new DomainError('A text holds half of a surrogate pair, such as "\\ud83d".');
  }
  return item;
}

function parseTypedItem(text: string, names: number): Item {
  const value = JSON.parse(text) as object;
  // Where a name is twice in one object, JSON.parse has dropped the first; this says which.
  if (countNames(value) !== names) return parseItemText(text);
  return parseItem(unwrapExported(value));
}

function countNames(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countNames(one), 0);
  if (!isObject(value)) return 0;
  const members = Object.values(value) as unknown[];
  return members.reduce<number>((sum, member) => sum + countNames(member), members.length);
}

function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return isWholeText(value);
  if (Array.isArray(value)) return value.every(isWhole);
  if (!isObject(value)) return true;
  return Object.entries(value).every(([name, member]) => isWholeText(name) && isWhole(member));
}

function kindOf(bytes: Uint8Array): string {
  switch (String.fromCharCode(bytes[0] ?? 0)) {
    case '{':
      return 'an object';
    case '[':
      return 'an array';
    case '"':
      return 'a string';
    case 't':
    case 'f':
      return 'true or false';
    case 'n':
      return 'null';
    default:
      return 'a number';
  }
}
