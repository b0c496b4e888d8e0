import { getAttribute } from '../../../../../domain/attribute-map.ts';
import { attributeTypes, typeOf } from '../../../../../domain/attribute-value.ts';
import type { AttributeType, AttributeValue, Item } from '../../../../../domain/attribute-value.ts';
import { compareKeyValues } from '../../../../../domain/compare-key-values.ts';
import { attributeValuesEqual } from '../../../../../domain/equality.ts';
import type { AttributeSeen } from '../attributes-seen.ts';
import { foldCase } from '../fold-case.ts';
import type { RowFilter, RowTest } from '../row-test.ts';
import type { RowOrder } from '../sort-rows.ts';
import type { TextQuery } from '../text-search.ts';

// What the store does, done with values: the plainest code that is right.

const order: readonly AttributeType[] = [
  ...(['N', 'S', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M'] as const),
];

const partCount = (value: AttributeValue): number =>
  Object.keys(Object.values(value)[0] as object).length;

function compareValues(a: AttributeValue, b: AttributeValue): number {
  const types = order.indexOf(typeOf(a)) - order.indexOf(typeOf(b));
  if (types !== 0) return types;
  if ('S' in a || 'N' in a || 'B' in a) return compareKeyValues(a, b);
  if ('BOOL' in a && 'BOOL' in b) return Number(a.BOOL) - Number(b.BOOL);
  return 'NULL' in a ? 0 : partCount(a) - partCount(b);
}

/** The rows of a view in the order of an attribute. */
export function sortModel(
  rows: readonly Item[],
  { name, descending }: RowOrder,
  view: readonly number[],
): number[] {
  const valueOf = (row: number) => getAttribute(rows[row] ?? {}, name);
  const present = view.filter((row) => valueOf(row) !== undefined);
  present.sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === undefined || right === undefined) return 0;
    return descending ? compareValues(right, left) : compareValues(left, right);
  });
  return [...present, ...view.filter((row) => valueOf(row) === undefined)];
}

function textsOf(value: AttributeValue): string[] {
  if ('S' in value) return [value.S];
  if ('N' in value) return [value.N];
  if ('B' in value) return [value.B];
  if ('BOOL' in value) return [String(value.BOOL)];
  if ('NULL' in value) return ['null'];
  if ('L' in value) return value.L.flatMap(textsOf);
  if ('M' in value) {
    return Object.entries(value.M).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
  }
  return 'SS' in value ? [...value.SS] : [...('NS' in value ? value.NS : value.BS)];
}

function holdsText(value: AttributeValue, { text, matchCase }: TextQuery): boolean {
  const fold = (whole: string) => (matchCase ? whole : foldCase(whole));
  return textsOf(value).some((whole) => fold(whole).includes(fold(text)));
}

/** The places of a view whose rows hold a text, and how many of their values do. */
export function findModel(
  rows: readonly Item[],
  query: TextQuery,
  view: readonly number[],
): { places: number[]; valueCount: number } {
  const counts = view.map(
    (row) => Object.values(rows[row] ?? {}).filter((value) => holdsText(value, query)).length,
  );
  return {
    places: counts.flatMap((count, place) => (count > 0 ? [place] : [])),
    valueCount: counts.reduce((sum, count) => sum + count, 0),
  };
}

function passes(value: AttributeValue, test: RowTest): boolean {
  if (test.kind === 'exists') return true;
  if (test.kind === 'type') return test.types.includes(typeOf(value));
  return test.kind === 'equals' ? attributeValuesEqual(value, test.value) : holdsText(value, test);
}

/** The rows of a view that pass a filter. */
export function filterModel(
  rows: readonly Item[],
  { name, test, negated }: RowFilter,
  view: readonly number[],
): number[] {
  return view.filter((row) => {
    const value = getAttribute(rows[row] ?? {}, name);
    return (value !== undefined && passes(value, test)) !== negated;
  });
}

/** Every attribute with its types, in no particular order. */
export function attributesModel(rows: readonly Item[]): AttributeSeen[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].map((name) => {
    const values = rows.flatMap((row) => getAttribute(row, name) ?? []);
    const types = attributeTypes.filter((type) => values.some((value) => typeOf(value) === type));
    return { name, types, rowCount: values.length };
  });
}
