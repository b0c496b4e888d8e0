import { expect, it } from 'vitest';
import { keepForm, restoreForm } from './kept-form.ts';
import { initialForm } from './query-form.ts';
import type { QueryForm } from './query-form.ts';

const form: QueryForm = {
  kind: 'Query',
  indexName: 'by-title',
  partitionKeyValue: '12345678901234567890123456789012345678',
  sortKeyOperator: 'BETWEEN',
  sortKeyValue: 'a',
  sortKeyValueTo: 'z',
  descending: true,
  limit: '20',
  consistentRead: false,
  filters: [
    { id: 1, path: 'price', operator: '>', values: [{ N: '12.50' }] },
    {
      id: 3,
      path: 'tags',
      operator: 'contains',
      values: [{ M: Object.fromEntries([['__proto__', { SS: ['a'] }]]) }],
    },
    { id: 4, path: 'gone', operator: 'attribute_not_exists', values: [] },
  ],
};

it('gives back the form that was kept', () => {
  expect(restoreForm(keepForm(form))).toEqual(form);
  expect(restoreForm(keepForm(form))?.filters[1]?.values).toEqual(form.filters[1]?.values);
  expect(restoreForm(keepForm(initialForm))).toEqual(initialForm);
});

it('takes no text that is no form', () => {
  const foreign: unknown[] = [
    'nothing',
    {},
    { ...form, kind: 'Delete' },
    { ...form, filters: [{ ...form.filters[0], operator: 'NEAR' }] },
    { ...form, filters: [{ ...form.filters[0], values: [{ X: '1' }] }] },
  ];
  for (const value of foreign) expect(restoreForm(JSON.stringify(value))).toBeUndefined();
  expect(restoreForm('{"kind":')).toBeUndefined();
});
