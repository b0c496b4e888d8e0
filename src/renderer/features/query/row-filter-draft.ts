import type { RowFilterInput } from '../../../contract/query.ts';
import { attributeTypeNames, typeOf } from '../../../domain/attribute-value.ts';
import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { changeType, emptyValueOf } from '../values/default-value.ts';
import { valueProblem } from '../values/value-problem.ts';
import { operandTypes } from './filter-operands.ts';

export const rowTests = ['equals', 'contains', 'exists', 'type'] as const;
export type RowTest = (typeof rowTests)[number];

/** The tests as they are chosen, each with its opposite. */
export const rowTestChoices: readonly {
  readonly value: string;
  readonly label: string;
  readonly test: RowTest;
  readonly negated: boolean;
}[] = [
  { value: 'equals', label: 'is', test: 'equals', negated: false },
  { value: 'not equals', label: 'is not', test: 'equals', negated: true },
  { value: 'contains', label: 'contains', test: 'contains', negated: false },
  { value: 'not contains', label: 'does not contain', test: 'contains', negated: true },
  { value: 'exists', label: 'exists', test: 'exists', negated: false },
  { value: 'not exists', label: 'is missing', test: 'exists', negated: true },
  { value: 'type', label: 'has the type', test: 'type', negated: false },
  { value: 'not type', label: 'has another type than', test: 'type', negated: true },
];

/** A row filter as it stands in the form. */
export type RowFilterDraft = {
  readonly name: string;
  readonly test: RowTest;
  readonly negated: boolean;
  readonly value: AttributeValue;
  readonly text: string;
  readonly matchCase: boolean;
  readonly type: AttributeType;
};

/** A filter to begin with, on an attribute whose type is known or not. */
export function beginRowFilter(name = '', types: readonly AttributeType[] = []): RowFilterDraft {
  const type = types[0] ?? 'S';
  const comparable = operandTypes.find((other) => other === type);
  return {
    name,
    test: comparable === undefined ? 'contains' : 'equals',
    negated: false,
    value: emptyValueOf(comparable ?? 'S'),
    text: '',
    matchCase: false,
    type,
  };
}

/** The draft on another attribute; a value of a type that it does not have is given up. */
export function chooseAttribute(
  draft: RowFilterDraft,
  name: string,
  types: readonly AttributeType[],
): RowFilterDraft {
  const type = operandTypes.find((other) => types.includes(other));
  if (type === undefined || types.includes(typeOf(draft.value))) return { ...draft, name };
  return { ...draft, name, type, value: changeType(draft.value, type) };
}

export type PlannedRowFilter =
  | { readonly filter: RowFilterInput; readonly problem: undefined }
  | { readonly filter: undefined; readonly problem: string };

/** The filter that the draft means, or what is wrong with it in words. */
export function planRowFilter(draft: RowFilterDraft): PlannedRowFilter {
  const { name, test, negated } = draft;
  if (name === '') return { filter: undefined, problem: 'Name the attribute.' };
  const of = (made: RowFilterInput['test']) => ({
    filter: { name, test: made, negated },
    problem: undefined,
  });
  if (test === 'exists') return of({ kind: 'exists' });
  if (test === 'type') return of({ kind: 'type', types: [draft.type] });
  if (test === 'contains') {
    const { text, matchCase } = draft;
    if (text === '') return { filter: undefined, problem: 'Type the text to look for.' };
    return of({ kind: 'contains', text, matchCase });
  }
  const problem = valueProblem(draft.value);
  if (problem !== undefined) {
    const type = attributeTypeNames[typeOf(draft.value)];
    return { filter: undefined, problem: `The value is a ${type}: ${problem}` };
  }
  return of({ kind: 'equals', value: JSON.stringify(draft.value) });
}
