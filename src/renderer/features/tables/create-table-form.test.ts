import { describe, expect, it } from 'vitest';
import { tableSpecificationSchema } from '../../../contract/tables.ts';
import {
  checkCreateTableForm,
  emptyCreateTableForm,
  specificationOf,
  withIndex,
} from './create-table-form.ts';
import type { CreateTableForm } from './create-table-form.ts';

const books: CreateTableForm = {
  ...emptyCreateTableForm,
  tableName: 'Books',
  partitionKey: { name: 'book_id', type: 'N' },
};

/** The form with one index, its fields changed as given. */
function withOneIndex(changed: Partial<CreateTableForm['indexes'][number]>): CreateTableForm {
  const form = withIndex(books);
  return { ...form, indexes: form.indexes.map((index) => ({ ...index, ...changed })) };
}

describe('specificationOf', () => {
  it('leaves out what is switched off', () => {
    expect(specificationOf({ ...books, sortKey: { name: 'left over', type: 'S' } })).toEqual({
      tableName: 'Books',
      partitionKey: { name: 'book_id', type: 'N' },
      billing: { mode: 'on-demand' },
      indexes: [],
    });
  });

  it('gives a local index the partition key of the table', () => {
    const form = withOneIndex({
      kind: 'local',
      name: 'by-year',
      partitionKey: { name: 'typed before it was local', type: 'S' },
      sortKey: { name: 'year', type: 'N' },
      projection: 'INCLUDE',
      nonKeyAttributes: ['author'],
    });
    const { indexes } = specificationOf(form);
    expect(indexes).toEqual([
      {
        name: 'by-year',
        kind: 'local',
        partitionKey: { name: 'book_id', type: 'N' },
        sortKey: { name: 'year', type: 'N' },
        projection: { type: 'INCLUDE', nonKeyAttributes: ['author'] },
      },
    ]);
  });

  it('is what the contract takes', () => {
    const provisioned: CreateTableForm = {
      ...books,
      withSortKey: true,
      sortKey: { name: 'title', type: 'S' },
      billing: 'provisioned',
      readCapacityUnits: ' 10 ',
    };
    const specification = specificationOf(provisioned);
    expect(tableSpecificationSchema.parse(specification)).toEqual({
      tableName: 'Books',
      partitionKey: { name: 'book_id', type: 'N' },
      sortKey: { name: 'title', type: 'S' },
      billing: { mode: 'provisioned', readCapacityUnits: 10, writeCapacityUnits: 5 },
      indexes: [],
    });
  });
});

describe('checkCreateTableForm', () => {
  it('asks for the names of table and key first', () => {
    const problems = checkCreateTableForm(emptyCreateTableForm);
    expect([...problems.keys()]).toEqual(['tableName', 'partitionKey']);
  });

  it.each(['', '0', '1.5', 'ten', '-1', '1e3'])('refuses %j as capacity units', (text) => {
    const problems = checkCreateTableForm({
      ...books,
      billing: 'provisioned',
      writeCapacityUnits: text,
    });
    expect([...problems]).toEqual([
      ['writeCapacityUnits', 'Write capacity units must be a whole number from 1.'],
    ]);
  });

  it('names the field of an index by its place', () => {
    const problems = checkCreateTableForm(withOneIndex({ name: 'i' }));
    expect(problems.get('indexes[0].name')).toMatch(/3/);
    expect(problems.get('indexes[0].partitionKey')).toBe('A partition key needs a name.');
  });
});
