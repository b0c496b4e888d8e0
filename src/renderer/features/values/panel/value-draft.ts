import type { AttributeType, AttributeValue } from '../../../../domain/attribute-value.ts';
import { typeOf } from '../../../../domain/attribute-value.ts';
import { attributeValuesEqual } from '../../../../domain/equality.ts';
import { parseAttributeValueText } from '../../../../domain/parse-dynamodb-json.ts';
import { applyPlainJsonValue } from '../../../../domain/plain-json-edit.ts';
import { valueToPlainJson } from '../../../../domain/plain-json.ts';
import { memberPath } from '../../../../domain/value-path.ts';
import { emptyValueOf } from '../default-value.ts';
import { describeTextProblem } from '../text-problem.ts';
import type { TextProblem } from '../text-problem.ts';
import { deepValueProblem } from '../value-problem.ts';

export const editTabs = ['form', 'json', 'dynamodb-json'] as const;
export type EditTab = (typeof editTabs)[number];

/** One value that is being edited, in one of its views. `base` is what it began with. */
export type ValueDraft =
  | {
      readonly tab: 'form';
      /** Undefined: the attribute is missing, and nothing was typed for it. */
      readonly base: AttributeValue | undefined;
      readonly value: AttributeValue | undefined;
    }
  | {
      readonly tab: 'json' | 'dynamodb-json';
      readonly base: AttributeValue | undefined;
      readonly text: string;
      /** The value that the text was made from, and the text as it was made. */
      readonly from: AttributeValue | undefined;
      readonly made: string;
      /** False where plain JSON shows sets as lists, or binary as text. */
      readonly lossless: boolean;
    };

export type ReadValue =
  | { readonly ok: true; readonly value: AttributeValue | undefined }
  | { readonly ok: false; readonly problem: TextProblem };

/** A value in one of its views; `base` is what stands in the item. */
export function draftOfValue(
  value: AttributeValue | undefined,
  tab: EditTab,
  base: AttributeValue | undefined = value,
): ValueDraft {
  if (tab === 'form') return { tab, base, value };
  const { text, lossless } =
    value === undefined
      ? { text: '', lossless: true }
      : tab === 'json'
        ? valueToPlainJson(value, { indent: 2 })
        : { text: JSON.stringify(value, undefined, 2), lossless: true };
  return { tab, base, text, from: value, made: text, lossless };
}

/** The value that a draft means, or what is wrong with it; `name` stands in messages. */
export function readValue(draft: ValueDraft, name: string): ReadValue {
  if (draft.tab === 'form') {
    const found = draft.value && deepValueProblem(draft.value, name);
    if (found === undefined) return { ok: true, value: draft.value };
    const where = found.path === name ? '' : `${found.path}: `;
    return { ok: false, problem: { message: `${where}${found.problem}` } };
  }
  const { tab, text, from, made } = draft;
  // Nothing was typed: nothing can have been lost on the way through the text.
  if (text === made) return { ok: true, value: from };
  const path = memberPath('', name === '' ? 'value' : name);
  try {
    const value =
      tab === 'json' ? applyPlainJsonValue(from, text, path) : parseAttributeValueText(text, path);
    return { ok: true, value };
  } catch (error) {
    const form = { typed: tab === 'dynamodb-json', of: 'value' } as const;
    return { ok: false, problem: describeTextProblem(error, text, form) };
  }
}

/** Whether a draft holds anything that would be lost with it. */
export function isTyped(draft: ValueDraft): boolean {
  const { base } = draft;
  if (draft.tab !== 'form' && draft.text !== draft.made) return true;
  const value = draft.tab === 'form' ? draft.value : draft.from;
  if (value === undefined || base === undefined) return value !== base;
  return !attributeValuesEqual(value, base);
}

/** The value with which the form begins for an attribute that is missing. */
export function startOf(types: readonly AttributeType[]): AttributeValue {
  const [type] = types;
  return emptyValueOf(type === undefined || type === 'NULL' ? 'S' : type);
}

/** The type that a draft stands for at present. */
export function typeOfDraft(draft: ValueDraft): AttributeType | undefined {
  const value = draft.tab === 'form' ? draft.value : draft.from;
  return value && typeOf(value);
}
