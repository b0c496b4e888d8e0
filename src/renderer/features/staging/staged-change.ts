import { getAttribute, removeAttribute, setAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { attributeValuesEqual, itemsEqual } from '../../../domain/equality.ts';

/** A change to one item that is not written yet. */
export type StagedChange = {
  /** The key of the item as it was read; of a new row, an identity of its own. */
  readonly rowKey: string;
  /**
   * The item as it was read: the condition under which the change is written. Undefined for a new
   * row: it is written only where there is no item with its key.
   */
  readonly original: Item | undefined;
  /** The item as it shall be; undefined where it shall be deleted. */
  readonly edited: Item | undefined;
  /** The row that a new row is a copy of: until its key differs, it cannot be written. */
  readonly copyOf?: string | undefined;
};

/** Staged changes by row key, in the order in which they were first made. */
export type Stage = ReadonlyMap<string, StagedChange>;

export const emptyStage: Stage = new Map();

const newRowPrefix = 'new:';
let latestMoment = 0;

/** The identity of a new row; those made later come later in the order of their text. */
export function newRowKey(): string {
  latestMoment = Math.max(Date.now() * 1_000, latestMoment + 1);
  return `${newRowPrefix}${latestMoment.toString(36).padStart(11, '0')}:${crypto.randomUUID()}`;
}

/** The change, or undefined where it changes nothing. */
function unlessNothing(change: StagedChange): StagedChange | undefined {
  const { edited, original } = change;
  if (edited === undefined) return original === undefined ? undefined : change;
  return original !== undefined && itemsEqual(original, edited) ? undefined : change;
}

/** What is staged for a row: what it is known by, and what is staged for it so far. */
export type StagedRow = {
  readonly rowKey: string;
  /** The item as it was read, undefined for a new row: maybe later than what is staged for it. */
  readonly item: Item | undefined;
  readonly staged: StagedChange | undefined;
};

/**
 * A change as of the attribute that is shown: where others have changed it since, and nothing is
 * staged for it so far, what is read now is what an edit of it is based on. All else stays as it
 * was seen when it was edited.
 */
function seenAgain(staged: StagedChange, item: Item | undefined, name: string): StagedChange {
  const { original, edited } = staged;
  if (original === undefined || edited === undefined || item === undefined) return staged;
  const [before, after, now] = [original, edited, item].map((of) => getAttribute(of, name));
  if (!isSame(before, after) || isSame(before, now)) return staged;
  const put = (of: Item) =>
    now === undefined ? removeAttribute(of, name) : setAttribute(of, name, now);
  return { ...staged, original: put(original), edited: put(edited) };
}

function isSame(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : attributeValuesEqual(a, b);
}

/** A row with one attribute set or, with undefined, removed; undefined where that is no change. */
export function withAttribute(
  { rowKey, item, staged: known }: StagedRow,
  name: string,
  value: AttributeValue | undefined,
): StagedChange | undefined {
  const staged = known && seenAgain(known, item, name);
  const original = staged === undefined ? item : staged.original;
  const base = staged?.edited ?? original ?? {};
  if (value === undefined && getAttribute(base, name) === undefined) return known;
  const before = original && getAttribute(original, name);
  // What is typed back to what it was takes its old form, so that nothing is left to write.
  const same = value !== undefined && before !== undefined && attributeValuesEqual(value, before);
  const next = same ? before : value;
  const edited = next === undefined ? removeAttribute(base, name) : setAttribute(base, name, next);
  return unlessNothing({ ...staged, rowKey, original, edited });
}

/** A row with an item as it shall be, whatever was staged for it before. */
export function withItem({ rowKey, item, staged }: StagedRow, edited: Item) {
  return unlessNothing({ ...staged, rowKey, original: staged ? staged.original : item, edited });
}

/** A row that shall be deleted: the edits of before are given up, a new row with them. */
export function withDeletion({ rowKey, item, staged }: StagedRow): StagedChange | undefined {
  const original = staged === undefined ? item : staged.original;
  return unlessNothing({ rowKey, original, edited: undefined });
}

function put(stage: Stage, rowKey: string, change: StagedChange | undefined): Stage {
  return change === undefined ? unstage(stage, rowKey) : new Map(stage).set(rowKey, change);
}

/** The stage with one attribute of an item set or, with undefined, removed. */
export function stageAttribute(
  stage: Stage,
  rowKey: string,
  item: Item | undefined,
  name: string,
  value: AttributeValue | undefined,
): Stage {
  const row = { rowKey, item, staged: stage.get(rowKey) };
  return put(stage, rowKey, withAttribute(row, name, value));
}

/** The stage with an item's deletion. */
export function stageDeletion(stage: Stage, rowKey: string, item: Item | undefined): Stage {
  return put(stage, rowKey, withDeletion({ rowKey, item, staged: stage.get(rowKey) }));
}

/** The stage without the change of one item. */
export function unstage(stage: Stage, rowKey: string): Stage {
  if (!stage.has(rowKey)) return stage;
  return new Map([...stage].filter(([key]) => key !== rowKey));
}

/**
 * The same edit on top of another version of the item: just the attributes that were changed are
 * carried over.
 */
export function rebase(change: StagedChange, theirs: Item): StagedChange {
  const { original, edited, rowKey } = change;
  if (edited === undefined || original === undefined) return { rowKey, original: theirs, edited };
  const names = new Set([...Object.keys(original), ...Object.keys(edited)]);
  let next = theirs;
  for (const name of names) {
    const before = getAttribute(original, name);
    const after = getAttribute(edited, name);
    if (after === undefined) {
      if (before !== undefined) next = removeAttribute(next, name);
    } else if (before === undefined || !attributeValuesEqual(before, after)) {
      next = setAttribute(next, name, after);
    }
  }
  return { rowKey, original: theirs, edited: next };
}

/** New rows in the order of their making; an undo may have put one back behind others. */
export function inOrder(newRows: readonly StagedChange[]): readonly StagedChange[] {
  return newRows.toSorted((a, b) => (a.rowKey < b.rowKey ? -1 : 1));
}

/** `1 change`, `3 changes`. */
export function changesInWords(count: number): string {
  return count === 1 ? '1 change' : `${count.toLocaleString('en-GB')} changes`;
}
