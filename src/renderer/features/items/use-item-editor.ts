import { useCallback, useRef, useState } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { checkItem } from '../../../domain/check-item.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { itemsEqual } from '../../../domain/equality.ts';
import { keyOf } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { itemBefore } from '../../../domain/written-item.ts';
import { commitChange } from '../staging/commit.ts';
import type { Conflict } from '../staging/conflict-view.tsx';
import type { ItemAccess, WriteOutcome } from '../staging/item-access.ts';
import { draftInTab, draftOf, readDraft } from './item-draft.ts';
import type { DraftProblem, ItemDraft, ItemTab, ReadDraft } from './item-draft.ts';
import { keysFirst } from './starting-item.ts';

export type ItemEditorOptions = {
  readonly access: ItemAccess;
  readonly table: TableDescription;
  /** The item as it was read; undefined for one to be added. */
  readonly original: Item | undefined;
  /** The item with which the editing begins. */
  readonly start: Item;
  /** What is staged for it already, or it is a copy: unchanged, it is not staged once more. */
  readonly isStaged: boolean;
  /** Stages the item as it shall be; undefined where it shall be deleted. */
  readonly onStage: (original: Item | undefined, edited: Item | undefined) => void;
  /** Called with the item as it stands once it was written. */
  readonly onWritten: (before: Item | undefined, item: Item | undefined) => void;
  /** Called with the item as it stands where theirs is taken instead. */
  readonly onSeen: (before: Item | undefined, item: Item | undefined) => void;
  readonly onClose: () => void;
};

/** What is done with the item that was edited. */
export type SaveWay = 'stage' | 'write';

/** The editing of one item: its draft, and what comes of saving it. */
export function useItemEditor(options: ItemEditorOptions) {
  const { access, table, onStage, onWritten, onClose } = options;
  const [original, setOriginal] = useState(options.original);
  const [start, setStart] = useState(options.start);
  const [untouched] = useState<ItemDraft>(() => draftOf(options.start, 'form'));
  const [draft, setDraft] = useState(untouched);
  const [problem, setProblem] = useState<DraftProblem>();
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  const [busy, setBusy] = useState(false);
  const [keyLocked, setKeyLocked] = useState(original !== undefined);
  // What inputs hold that is not in the draft, since it cannot be: a name that is taken.
  const unreadable = useRef(new Map<string, string>());
  const reportProblem = useCallback((id: string, message: string | undefined) => {
    if (message === undefined) unreadable.current.delete(id);
    else unreadable.current.set(id, message);
  }, []);

  const read = (): ReadDraft => {
    const [message] = unreadable.current.values();
    return message === undefined ? readDraft(draft) : { ok: false, problem: { message } };
  };

  const changeDraft = (next: ItemDraft) => {
    setDraft(next);
    setProblem(undefined);
    setError(undefined);
  };

  /** Goes to another view with what was edited, unless it cannot be read. */
  const switchTab = (tab: ItemTab) => {
    if (tab === draft.tab) return;
    const [message] = unreadable.current.values();
    if (message !== undefined) return setProblem({ message });
    const next = draftInTab(draft, tab);
    if (next.ok) changeDraft(next.draft);
    else setProblem(next.problem);
  };

  const settle = (
    act: Conflict['act'],
    before: Item | undefined,
    mine: Item | undefined,
    outcome: WriteOutcome,
  ) => {
    if (outcome.kind === 'written') {
      // With what others had changed in it: an undo does not take that back.
      onWritten(itemBefore({ original: before, edited: mine }, outcome.item), outcome.item);
      onClose();
    } else if (outcome.kind === 'conflict')
      setConflict({ act, original: before, mine, theirs: outcome.theirs });
    else if (outcome.error instanceof DomainError) setProblem({ message: outcome.error.message });
    else setError(outcome.error);
  };

  const write = async (act: Conflict['act'], before: Item | undefined, mine: Item | undefined) => {
    setBusy(true);
    setError(undefined);
    const outcome = await commitChange(access, { original: before, edited: mine });
    setBusy(false);
    settle(act, before, mine, outcome);
  };

  /** Whether the key was changed, which only a move can do; undefined where nothing can be read. */
  const isMoved = (): boolean => {
    const now = read();
    return now.ok && original !== undefined && !sameKey(original, now.item, access.schema);
  };

  /**
   * Adds the item to what is staged, or writes it at once under the condition that it is as it was
   * read. What nobody changed is neither.
   */
  const save = async (way: SaveWay) => {
    const now = read();
    if (!now.ok) return setProblem(now.problem);
    const known = options.isStaged ? start : original;
    const same = known !== undefined && itemsEqual(known, now.item);
    if (same && (way === 'stage' || !options.isStaged)) return onClose();
    const refused = checkItem(now.item, table);
    if (refused !== undefined) return setProblem({ message: refused });
    if (way === 'write') return write(original === undefined ? 'add' : 'edit', original, now.item);
    onStage(original, now.item);
    return onClose();
  };

  const remove = () => {
    onStage(original, undefined);
    onClose();
  };

  /** Writes mine over theirs, which is seen: under the condition that it still stands. */
  const overwrite = () =>
    conflict === undefined ? undefined : write(conflict.act, conflict.theirs, conflict.mine);

  /** Writes what was made of both, under the same condition. */
  const merge = (merged: Item) =>
    conflict === undefined ? undefined : write('edit', conflict.theirs, merged);

  /** Goes on with what stands now. */
  const takeTheirs = () => {
    if (conflict === undefined) return;
    const { theirs } = conflict;
    options.onSeen(original, theirs);
    if (theirs === undefined) return onClose();
    const shown = keysFirst(theirs, access.schema);
    setOriginal(theirs);
    setKeyLocked(true);
    setStart(shown);
    setConflict(undefined);
    changeDraft(draftOf(shown, draft.tab));
  };

  const isChanged = () => {
    // Even what cannot be read yet, such as a number without a digit, is not a change by itself.
    if (draft === untouched && unreadable.current.size === 0) return false;
    const now = read();
    return !now.ok || !itemsEqual(start, now.item);
  };

  return {
    original,
    draft,
    changeDraft,
    reportProblem,
    switchTab,
    problem,
    error,
    conflict,
    busy,
    keyLocked,
    unlockKey: () => setKeyLocked(false),
    isMoved,
    save,
    remove,
    /** There is something to delete: an item that is there, or a new row. */
    canRemove: original !== undefined || options.isStaged,
    overwrite,
    merge,
    takeTheirs,
    isChanged,
    keepEditing: () => setConflict(undefined),
  };
}

function sameKey(one: Item, other: Item, schema: KeySchema): boolean {
  return itemsEqual(keyOf(one, schema), keyOf(other, schema));
}

export type ItemEditor = ReturnType<typeof useItemEditor>;
