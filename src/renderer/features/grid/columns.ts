import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeType, Item } from '../../../domain/attribute-value.ts';
import type { IndexDescription, KeySchema } from '../../../domain/table-schema.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import { previewOf } from '../values/value-preview.ts';

export type ColumnRole = 'partition-key' | 'sort-key' | 'index-key' | 'attribute';

/** A column of the grid: one attribute. */
export type Column = {
  /** Never the bare name: an attribute may be called `__proto__`. */
  readonly id: string;
  readonly name: string;
  readonly role: ColumnRole;
  /** The types seen so far; the first is what a missing cell begins with. */
  readonly types: readonly AttributeType[];
};

export type SeenAttribute = {
  readonly name: string;
  readonly types: readonly AttributeType[];
  /** How many of the rows have it; none where it is only staged. */
  readonly rowCount?: number | undefined;
};

/**
 * The columns for the attributes seen: the table's keys, then the keys of the index that is read,
 * then all others in the order in which they are given.
 */
export function columnsOf(
  schema: KeySchema,
  index: IndexDescription | undefined,
  seen: readonly SeenAttribute[],
): Column[] {
  const types = new Map(seen.map((attribute) => [attribute.name, attribute.types]));
  const columns = new Map<string, Column>();
  const add = (name: string, role: ColumnRole, known: readonly AttributeType[]) => {
    if (!columns.has(name))
      columns.set(name, { id: `attribute:${name}`, name, role, types: types.get(name) ?? known });
  };
  add(schema.partitionKey.name, 'partition-key', [schema.partitionKey.type]);
  if (schema.sortKey) add(schema.sortKey.name, 'sort-key', [schema.sortKey.type]);
  if (index) for (const name of keyNames(index)) add(name, 'index-key', []);
  for (const name of types.keys()) add(name, 'attribute', []);
  return [...columns.values()];
}

/** Attributes and types seen on the main side, with what edits have added since. */
export function mergeSeen(
  seen: readonly SeenAttribute[],
  items: Iterable<Item>,
): readonly SeenAttribute[] {
  const known = new Set(seen.map(({ name }) => name));
  const added: SeenAttribute[] = [];
  for (const item of items) {
    for (const name of Object.keys(item)) {
      if (known.has(name)) continue;
      known.add(name);
      added.push({ name, types: [] });
    }
  }
  return added.length === 0 ? seen : [...seen, ...added];
}

/** Digits are the wide ones of most interface fonts. */
function textWidth(text: string): number {
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits * 8.4 + (text.length - digits) * 7.6;
}

export const minimumWidth = 72;
/** No column takes more at first, however long its values are. */
const widestAtFirst = 220;
/** What a column takes at most where the user asks for all of its values. */
export const widestFit = 640;

/** The width that the name of a column needs, with its badge, within bounds. */
export function headerWidth({ name, role }: Column, widest = widestAtFirst): number {
  const badge = role === 'attribute' ? 0 : role === 'index-key' ? 50 : 32;
  // Room for the arrow of a sorted column too.
  return bounded(name.length * 8.2 + badge + 38, widest);
}

/** A width in pixels that fits the name and what the rows hold, up to a widest one. */
export function fittingWidth(
  column: Column,
  rows: readonly Item[],
  widest = widestAtFirst,
): number {
  const widths = rows.map((item) => {
    const value = getAttribute(item, column.name);
    return value === undefined ? 0 : textWidth(previewOf(value).text) + 24;
  });
  return bounded(Math.max(headerWidth(column, widest), ...widths), widest);
}

function bounded(width: number, widest: number): number {
  return Math.round(Math.min(widest, Math.max(minimumWidth, width)));
}
