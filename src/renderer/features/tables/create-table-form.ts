import type { IndexSpecification, TableSpecification } from '../../../contract/tables.ts';
import type { KeyType } from '../../../domain/attribute-value.ts';
import { checkCreateTable } from '../../../domain/create-table.ts';
import type { ProjectionType } from '../../../domain/table-schema.ts';

/** A key attribute as typed. */
export type KeyFields = { readonly name: string; readonly type: KeyType };

/** An index as typed. A local one takes the table's partition key, and always has a sort key. */
export type IndexFields = {
  /** Tells the rows of the form apart; it is not the index's name. */
  readonly id: number;
  readonly kind: 'global' | 'local';
  readonly name: string;
  readonly partitionKey: KeyFields;
  readonly withSortKey: boolean;
  readonly sortKey: KeyFields;
  readonly projection: ProjectionType;
  readonly nonKeyAttributes: readonly string[];
};

/** What the fields of the dialog hold, as typed. */
export type CreateTableForm = {
  readonly tableName: string;
  readonly partitionKey: KeyFields;
  readonly withSortKey: boolean;
  readonly sortKey: KeyFields;
  readonly billing: 'on-demand' | 'provisioned';
  readonly readCapacityUnits: string;
  readonly writeCapacityUnits: string;
  readonly indexes: readonly IndexFields[];
};

const emptyKey: KeyFields = { name: '', type: 'S' };

export const emptyCreateTableForm: CreateTableForm = {
  tableName: '',
  partitionKey: emptyKey,
  withSortKey: false,
  sortKey: emptyKey,
  billing: 'on-demand',
  readCapacityUnits: '5',
  writeCapacityUnits: '5',
  indexes: [],
};

/** The form with another, empty index. */
export function withIndex(form: CreateTableForm): CreateTableForm {
  const id = Math.max(0, ...form.indexes.map((index) => index.id)) + 1;
  const index: IndexFields = {
    id,
    kind: 'global',
    name: '',
    partitionKey: emptyKey,
    withSortKey: false,
    sortKey: emptyKey,
    projection: 'ALL',
    nonKeyAttributes: [],
  };
  return { ...form, indexes: [...form.indexes, index] };
}

/** What the form asks for. Names go as typed: a space in one is for the check to refuse. */
export function specificationOf(form: CreateTableForm): TableSpecification {
  return {
    tableName: form.tableName,
    partitionKey: form.partitionKey,
    ...(form.withSortKey ? { sortKey: form.sortKey } : {}),
    billing:
      form.billing === 'on-demand'
        ? { mode: 'on-demand' }
        : {
            mode: 'provisioned',
            readCapacityUnits: unitsOf(form.readCapacityUnits),
            writeCapacityUnits: unitsOf(form.writeCapacityUnits),
          },
    indexes: form.indexes.map((index) => indexOf(index, form.partitionKey)),
  };
}

function indexOf(index: IndexFields, tablePartitionKey: KeyFields): IndexSpecification {
  const local = index.kind === 'local';
  return {
    name: index.name,
    kind: index.kind,
    partitionKey: local ? tablePartitionKey : index.partitionKey,
    ...(local || index.withSortKey ? { sortKey: index.sortKey } : {}),
    projection: {
      type: index.projection,
      ...(index.projection === 'INCLUDE' ? { nonKeyAttributes: [...index.nonKeyAttributes] } : {}),
    },
  };
}

/** Capacity units as a number; what is not written as a whole number is none. */
function unitsOf(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** What is wrong with a field, in words, by field as `checkCreateTable` names them. */
export function checkCreateTableForm(form: CreateTableForm): Map<string, string> {
  const problems = new Map<string, string>();
  for (const { field, message } of checkCreateTable(specificationOf(form))) {
    if (!problems.has(field)) problems.set(field, message);
  }
  return problems;
}
