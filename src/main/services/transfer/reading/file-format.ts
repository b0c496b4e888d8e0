import type { FileFormat } from '../../../../contract/transfer.ts';
import { isDynamodbJson, isObject } from './dynamodb-json-shape.ts';
import { rowText } from './row-text.ts';
import type { JsonLayout, ScannedRow } from './scanned-row.ts';

/**
 * Says what a file holds from its first rows: DynamoDB JSON where most of those that hold anything
 * have its shape. A mistake could write nothing wrong: the key of a plain row is no typed value, and
 * a typed value is no key of a plain row, so that such rows are rejected.
 */
export function decideFormat(
  layout: JsonLayout | undefined,
  firstRows: readonly ScannedRow[],
): FileFormat {
  let typed = 0;
  let plain = 0;
  for (const row of firstRows) {
    const value = parseShallow(row);
    if (!isObject(value) || Object.keys(value).length === 0) continue;
    if (isDynamodbJson(value)) typed += 1;
    else plain += 1;
  }
  const lines = layout === 'values' && firstRows.length > 1;
  if (typed > plain) return lines ? 'dynamodb-json-lines' : 'dynamodb-json';
  return lines ? 'ndjson' : 'json';
}

/**
 * Where a file holds one object around an array of objects, words that say so; such an object is
 * read as one row, which is seldom what was meant.
 */
export function wrappedRowsHint(
  layout: JsonLayout | undefined,
  rows: readonly ScannedRow[],
): string | undefined {
  const [row] = rows;
  if (layout !== 'values' || row === undefined || rows.length > 1) return undefined;
  const value = parseShallow(row);
  if (!isObject(value)) return undefined;
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (Array.isArray(member) && member.some(isObject)) {
      return `The file holds one object, read as one row; if its rows are in ${JSON.stringify(name)}, save that array as a file of its own.`;
    }
  }
  return undefined;
}

/** For looking at shapes only: numbers are rounded. */
function parseShallow(row: ScannedRow): unknown {
  return row.bytes === undefined || row.depth > 200 ? undefined : JSON.parse(rowText(row.bytes));
}
