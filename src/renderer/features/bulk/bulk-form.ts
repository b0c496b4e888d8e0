import type { BulkActInput, BulkTarget } from '../../../contract/bulk.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { checkBulkAct, isSetValue } from '../../../domain/bulk-act.ts';
import type { BulkAct } from '../../../domain/bulk-act.ts';
import { checkAttributeValue } from './check-value.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import type { BulkRows } from './bulk-rows.ts';

export type BulkForm = {
  readonly kind: BulkAct['kind'];
  readonly rows: 'selected' | 'all';
  readonly name: string;
  /** Of what is set; and of what is taken out of a set. */
  readonly value: AttributeValue;
  readonly elements: AttributeValue;
};

/** How a dialog begins: with the selected rows, where there are any. */
export function initialForm({ selected }: Pick<BulkRows, 'selected'>): BulkForm {
  return {
    kind: 'set',
    rows: selected.rowCount > 0 ? 'selected' : 'all',
    name: '',
    value: { S: '' },
    elements: { SS: [''] },
  };
}

export type FormProblem = { readonly field: 'name' | 'value'; readonly message: string };

/** The act that a form describes, or what is wrong with it in words. */
export function actOf(form: BulkForm, schema: KeySchema): BulkActInput | FormProblem {
  const { kind, name } = form;
  if (kind === 'delete') return { kind };
  const value = kind === 'delete-elements' ? form.elements : form.value;
  const act = kind === 'remove' ? { kind, name } : { kind: 'set' as const, name, value };
  const problem = checkBulkAct(act, schema);
  if (problem !== undefined) return { field: 'name', message: problem };
  if (kind === 'remove') return { kind, name };
  if (kind === 'delete-elements' && !isSetValue(value)) {
    return { field: 'value', message: 'Elements are given as a set.' };
  }
  const wrong = checkAttributeValue(value);
  if (wrong !== undefined) return { field: 'value', message: wrong };
  return { kind, name, value: JSON.stringify(value) };
}

export function isProblem(made: BulkActInput | FormProblem): made is FormProblem {
  return 'field' in made;
}

/** The rows that a form is about; undefined while there is no result. */
export function targetOf({ rows }: Pick<BulkForm, 'rows'>, of: BulkRows): BulkTarget | undefined {
  const { resultSetId, viewId, readAnew, selected } = of;
  if (resultSetId === undefined) return undefined;
  const target = { kind: 'rows' as const, resultSetId, viewId, readAnew };
  if (rows === 'all') return target;
  return { ...target, ranges: selected.ranges.map(({ first, count }) => ({ first, count })) };
}
