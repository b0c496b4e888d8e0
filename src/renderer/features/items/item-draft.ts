import { setAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { applyPlainJson } from '../../../domain/plain-json-edit.ts';
import { itemToPlainJson } from '../../../domain/plain-json.ts';
import { parseItemText } from '../../../domain/parse-dynamodb-json.ts';
import { describeTextProblem } from '../values/text-problem.ts';
import type { TextProblem } from '../values/text-problem.ts';
import { deepValueProblem } from '../values/value-problem.ts';

export const itemTabs = ['form', 'json', 'dynamodb-json'] as const;
export type ItemTab = (typeof itemTabs)[number];

/** An attribute in the form; the id stays while the name is typed. */
export type FormRow = {
  readonly id: number;
  readonly name: string;
  readonly value: AttributeValue;
};

/** An item that is being edited, in one of its three views. */
export type ItemDraft =
  | { readonly tab: 'form'; readonly rows: readonly FormRow[] }
  | {
      readonly tab: 'json' | 'dynamodb-json';
      readonly text: string;
      /** The item that the text was made from, and the text as it was made. */
      readonly base: Item;
      readonly made: string;
      /** False where plain JSON shows sets as lists, or binary as text. */
      readonly lossless: boolean;
    };

/** What is wrong with a draft: with a row of the form, or at a place of the text. */
export type DraftProblem = TextProblem & { readonly rowId?: number | undefined };

export type ReadDraft =
  | { readonly ok: true; readonly item: Item }
  | { readonly ok: false; readonly problem: DraftProblem };

/** An item in one of its views. */
export function draftOf(item: Item, tab: ItemTab): ItemDraft {
  if (tab === 'form') {
    const rows = Object.entries(item).map(([name, value], id) => ({ id, name, value }));
    return { tab, rows };
  }
  const { text, lossless } =
    tab === 'json'
      ? itemToPlainJson(item, { indent: 2 })
      : { text: JSON.stringify(item, undefined, 2), lossless: true };
  return { tab, text, base: item, made: text, lossless };
}

/** The item that a draft means, or what is wrong with it. */
export function readDraft(draft: ItemDraft): ReadDraft {
  if (draft.tab === 'form') return readRows(draft.rows);
  const { tab, text, base, made } = draft;
  // Nothing was typed: nothing can have been lost on the way through the text.
  if (text === made) return { ok: true, item: base };
  try {
    return { ok: true, item: tab === 'json' ? applyPlainJson(base, text) : parseItemText(text) };
  } catch (error) {
    return {
      ok: false,
      problem: describeTextProblem(error, text, { typed: tab === 'dynamodb-json', of: 'item' }),
    };
  }
}

/**
 * The same item in another view, or why it cannot be read. A number that is not typed yet may be
 * typed there: it goes as NULL into plain JSON, which has no number without digits.
 */
export function draftInTab(
  draft: ItemDraft,
  tab: ItemTab,
): { readonly ok: true; readonly draft: ItemDraft } | (ReadDraft & { readonly ok: false }) {
  if (draft.tab !== 'form') {
    const read = readDraft(draft);
    return read.ok ? { ok: true, draft: draftOf(read.item, tab) } : read;
  }
  const begun = draft.rows.filter(({ value }) => isEmptyNumber(value)).map(({ name }) => name);
  const read = readRows(
    draft.rows.map((row) => (isEmptyNumber(row.value) ? { ...row, value: { NULL: true } } : row)),
  );
  if (!read.ok) return read;
  const item =
    tab === 'json'
      ? read.item
      : begun.reduce((made, name) => setAttribute(made, name, { N: '' }), read.item);
  return { ok: true, draft: draftOf(item, tab) };
}

const isEmptyNumber = (value: AttributeValue) => 'N' in value && value.N === '';

function readRows(rows: readonly FormRow[]): ReadDraft {
  const names = new Set<string>();
  for (const { id, name, value } of rows) {
    const fail = (message: string): ReadDraft => ({ ok: false, problem: { rowId: id, message } });
    if (name === '') return fail('An attribute has no name yet.');
    if (names.has(name)) return fail(`There are two attributes ${JSON.stringify(name)}.`);
    names.add(name);
    const found = deepValueProblem(value, name);
    if (found) return fail(`${found.path}: ${found.problem}`);
  }
  return { ok: true, item: Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}

/** The form with one more attribute, still without a name. */
export function addRow(rows: readonly FormRow[]): readonly FormRow[] {
  const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
  return [...rows, { id, name: '', value: { S: '' } }];
}

export function changeRow(rows: readonly FormRow[], changed: FormRow): readonly FormRow[] {
  return rows.map((row) => (row.id === changed.id ? changed : row));
}

export function removeRow(rows: readonly FormRow[], id: number): readonly FormRow[] {
  return rows.filter((row) => row.id !== id);
}
