import { attributeTypes } from '../../../../domain/attribute-value.ts';
import type { AttributeType, AttributeValue } from '../../../../domain/attribute-value.ts';
import { attributeValuesEqual } from '../../../../domain/equality.ts';
import { standsAt } from './canonical-json.ts';
import { endOfValue, typeAt } from './row-values.ts';
import { createSortKeyReader } from './sort-key.ts';
import { createTextSearch } from './text-search.ts';
import type { TextSearch } from './text-search.ts';

/** What a row's value of one attribute must be. */
export type RowTest =
  | { readonly kind: 'exists' }
  | { readonly kind: 'type'; readonly types: readonly AttributeType[] }
  | { readonly kind: 'equals'; readonly value: AttributeValue }
  | { readonly kind: 'contains'; readonly text: string; readonly matchCase: boolean };

export type RowFilter = {
  readonly name: string;
  readonly test: RowTest;
  /** Keeps the rows that fail the test instead, those without the attribute included. */
  readonly negated: boolean;
};

/** Whether the value whose opening brace stands at an offset passes. */
export type ValueTest = (bytes: Uint8Array, at: number) => boolean;

export function createValueTest(test: RowTest): ValueTest {
  switch (test.kind) {
    case 'exists':
      return () => true;
    case 'type': {
      const wanted = attributeTypes.map((type) => test.types.includes(type));
      return (bytes, at) => wanted[typeAt(bytes, at)] ?? false;
    }
    case 'equals':
      return createEqualsTest(test.value);
    default:
      return createContainsTest(createTextSearch(test));
  }
}

function createContainsTest({ isIn }: TextSearch): ValueTest {
  return (bytes, at) => isIn(bytes, at, endOfValue(bytes, at));
}

function createEqualsTest(value: AttributeValue): ValueTest {
  const text = Buffer.from(JSON.stringify(value), 'utf8');
  const type = typeAt(text, 0);
  // These have no second way to be written in a row.
  if ('S' in value || 'B' in value || 'BOOL' in value || 'NULL' in value) {
    return (bytes, at) => standsAt(bytes, at, text);
  }
  if ('N' in value) return createNumberTest(text);
  return (bytes, at) => {
    if (typeAt(bytes, at) !== type) return false;
    const other = Buffer.from(bytes.subarray(at, endOfValue(bytes, at))).toString('utf8');
    return attributeValuesEqual(value, JSON.parse(other) as AttributeValue);
  };
}

/** Numbers that are equal have the same sort key, however they are written. */
function createNumberTest(value: Uint8Array): ValueTest {
  const wanted = createSortKeyReader();
  wanted.read(value, 0);
  const key = wanted.source().slice(wanted.from(), wanted.to());
  const reader = createSortKeyReader();
  return (bytes, at) => {
    reader.read(bytes, at);
    const isAsLong = reader.to() - reader.from() === key.length;
    return (
      isAsLong && reader.rank() === wanted.rank() && standsAt(reader.source(), reader.from(), key)
    );
  };
}
