import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import { numberProblem } from '../values/value-problem.ts';

/** The types that are edited in place; the others have the room that they need in the dialog. */
export const inPlaceTypes = ['S', 'N', 'BOOL', 'NULL'] as const;
export type InPlaceType = (typeof inPlaceTypes)[number];

/** What is typed in a cell, before it is a value. */
export type CellDraft = { readonly type: InPlaceType; readonly text: string };

export function isInPlaceType(type: AttributeType | undefined): type is InPlaceType {
  return inPlaceTypes.some((other) => other === type);
}

/** Whether a cell with this value is edited in place; a missing one is. */
export function isEditedInPlace(value: AttributeValue | undefined): boolean {
  // A text field of the browser would turn \r\n into \n.
  if (value !== undefined && 'S' in value && value.S.includes('\r')) return false;
  return value === undefined || isInPlaceType(typeOf(value));
}

/**
 * The draft with which an edit begins. `typed` is the key that began it by writing over the cell.
 * A missing attribute begins with the type that its column has elsewhere.
 */
export function beginDraft(
  value: AttributeValue | undefined,
  columnTypes: readonly AttributeType[],
  typed?: string,
): CellDraft {
  const type = value === undefined ? (columnTypes.find(isInPlaceType) ?? 'S') : typeOf(value);
  if (typed !== undefined) {
    if (type === 'N' && /[-+.\d]/.test(typed)) return { type, text: typed };
    return { type: 'S', text: typed };
  }
  if (value === undefined)
    return { type: isInPlaceType(type) && type !== 'NULL' ? type : 'S', text: '' };
  if ('S' in value) return { type: 'S', text: value.S };
  if ('N' in value) return { type: 'N', text: value.N };
  if ('BOOL' in value) return { type: 'BOOL', text: String(value.BOOL) };
  return { type: 'NULL', text: '' };
}

/** The draft as another type, keeping what was typed. */
export function changeDraftType(draft: CellDraft, type: InPlaceType): CellDraft {
  if (type === 'BOOL') return { type, text: draft.text === 'true' ? 'true' : 'false' };
  return { type, text: draft.text };
}

/** The value that was typed, or why it is none. */
export function finishDraft({
  type,
  text,
}: CellDraft): { value: AttributeValue } | { problem: string } {
  if (type === 'S') return { value: { S: text } };
  if (type === 'BOOL') return { value: { BOOL: text === 'true' } };
  if (type === 'NULL') return { value: { NULL: true } };
  const problem = numberProblem(text.trim());
  return problem === undefined ? { value: { N: text.trim() } } : { problem };
}
