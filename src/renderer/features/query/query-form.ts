import type { TableDescription } from '../../../contract/tables.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import type { ConditionOperator } from '../../../domain/expressions/index.ts';
import type { SortKeyOperator } from '../../../domain/read-specification.ts';
import type { IndexDescription, KeyAttribute, KeySchema } from '../../../domain/table-schema.ts';

/** A filter as it stands in the form: the path as it is typed. */
export type FilterRow = {
  readonly id: number;
  readonly path: string;
  readonly operator: ConditionOperator;
  readonly values: readonly AttributeValue[];
};

/** What the query bar holds, as it is typed. */
export type QueryForm = {
  readonly kind: 'Scan' | 'Query';
  /** Undefined for the table itself. */
  readonly indexName: string | undefined;
  readonly partitionKeyValue: string;
  readonly sortKeyOperator: SortKeyOperator | 'any';
  readonly sortKeyValue: string;
  /** The upper end of a BETWEEN. */
  readonly sortKeyValueTo: string;
  /** Along the sort key, from its greatest value down. */
  readonly descending: boolean;
  readonly limit: string;
  readonly consistentRead: boolean;
  readonly filters: readonly FilterRow[];
};

/** The form with which a table opens: a scan of its first page. */
export const initialForm: QueryForm = {
  kind: 'Scan',
  indexName: undefined,
  partitionKeyValue: '',
  sortKeyOperator: 'any',
  sortKeyValue: '',
  sortKeyValueTo: '',
  descending: false,
  limit: '',
  consistentRead: false,
  filters: [],
};

export function indexOf(form: QueryForm, table: TableDescription): IndexDescription | undefined {
  return table.indexes.find(({ name }) => name === form.indexName);
}

/** The key by which the form reads: the index's, or the table's own. */
export function schemaOf(form: QueryForm, table: TableDescription): KeySchema {
  return indexOf(form, table) ?? table;
}

/**
 * The form with another index. Values typed for another key would find nothing, and a global index
 * cannot be read consistently.
 */
export function chooseIndex(
  form: QueryForm,
  indexName: string | undefined,
  table: TableDescription,
): QueryForm {
  const before = schemaOf(form, table);
  const chosen = { ...form, indexName };
  const after = schemaOf(chosen, table);
  const sameKey =
    before.partitionKey.name === after.partitionKey.name ? {} : { partitionKeyValue: '' };
  const sameSortKey =
    before.sortKey?.name === after.sortKey?.name
      ? {}
      : { sortKeyOperator: 'any' as const, sortKeyValue: '', sortKeyValueTo: '' };
  const global = indexOf(chosen, table)?.kind === 'global';
  return {
    ...chosen,
    ...sameKey,
    ...sameSortKey,
    consistentRead: form.consistentRead && !global,
  };
}

/** The form with one more filter, on an attribute that is still to be named. */
export function addFilter(form: QueryForm): QueryForm {
  const id = Math.max(0, ...form.filters.map((filter) => filter.id)) + 1;
  const filter: FilterRow = { id, path: '', operator: '=', values: [{ S: '' }] };
  return { ...form, filters: [...form.filters, filter] };
}

export function changeFilter(form: QueryForm, changed: FilterRow): QueryForm {
  return {
    ...form,
    filters: form.filters.map((filter) => (filter.id === changed.id ? changed : filter)),
  };
}

export function removeFilter(form: QueryForm, id: number): QueryForm {
  return { ...form, filters: form.filters.filter((filter) => filter.id !== id) };
}

/** Names that dates go by, as words of snake_case or camelCase. */
const dateWords = /(^|[_.#-])(date|day|time|timestamp|created|updated|modified|at|ts)([_.#-]|$)/i;
const dateCase = /[a-z](At|Date|Day|Time|Timestamp)$/;

/** The two orders along a sort key, in words: by time where its name says that it is one. */
export function orderWords(sortKey: KeyAttribute | undefined): readonly [string, string] {
  const name = sortKey?.name ?? '';
  return dateWords.test(name) || dateCase.test(name)
    ? ['Oldest first', 'Newest first']
    : ['Ascending', 'Descending'];
}

/** What is set beside the sentence itself, in words. */
export function optionsInWords(
  { kind, limit, descending, consistentRead }: QueryForm,
  sortKey: KeyAttribute | undefined,
): string {
  const words: string[] = [];
  if (limit.trim() !== '') words.push(`limit ${limit.trim()}`);
  if (kind === 'Query' && descending && sortKey !== undefined)
    words.push(orderWords(sortKey)[1].toLowerCase());
  if (consistentRead) words.push('consistent');
  return words.join(' · ');
}
