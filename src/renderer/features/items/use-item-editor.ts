import { useCallback, useRef, useState } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { checkItem } from '../../../domain/check-item.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { itemsEqual } from '../../../domain/equality.ts';
import { commitChange } from '../staging/commit.ts';
import type { Conflict } from '../staging/conflict-view.tsx';
import type { ItemAccess, WriteOutcome } from '../staging/item-access.ts';
import { draftOf, readDraft } from './item-draft.ts';
import type { DraftProblem, ItemDraft, ItemTab, ReadDraft } from './item-draft.ts';
import { keysFirst } from './starting-item.ts';

export type ItemEditorOptions = {
  readonly access: ItemAccess;
  readonly table: TableDescription;
  /** The item as it was read; undefined for one to be added. */
  readonly original: Item | undefined;
  /** The item with which the editing begins. */
  readonly start: Item;
  /** Called with the item as it stands once it was written, or seen to have changed. */
  readonly onWritten: (before: Item | undefined, item: Item | undefined) => void;
  readonly onClose: () => void;
};

/** The editing of one item: its draft, and what comes of saving it. */
export function useItemEditor(options: ItemEditorOptions) {
  const { access, table, onWritten, onClose } = options;
  const [original, setOriginal] = useState(options.original);
  const [start, setStart] = useState(options.start);
  const [draft, setDraft] = useState<ItemDraft>(() => draftOf(options.start, 'form'));
  const [problem, setProblem] = useState<DraftProblem>();
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  const [busy, setBusy] = useState(false);
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
    const now = read();
    if (now.ok) changeDraft(draftOf(now.item, tab));
    else setProblem(now.problem);
  };

  const settle = (
    act: Conflict['act'],
    before: Item | undefined,
    mine: Item | undefined,
    outcome: WriteOutcome,
  ) => {
    if (outcome.kind === 'written') {
      onWritten(before, outcome.item);
      onClose();
    } else if (outcome.kind === 'conflict') setConflict({ act, mine, theirs: outcome.theirs });
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

  /** Writes the item under the condition that it is as it was read. */
  const save = async () => {
    const now = read();
    if (!now.ok) return setProblem(now.problem);
    if (original !== undefined && itemsEqual(original, now.item)) return onClose();
    const refused = checkItem(now.item, table);
    if (refused !== undefined) return setProblem({ message: refused });
    return write(original === undefined ? 'add' : 'edit', original, now.item);
  };

  const remove = () => (original === undefined ? undefined : write('delete', original, undefined));

  /** Writes mine over theirs, which is seen: under the condition that it still stands. */
  const overwrite = () =>
    conflict === undefined ? undefined : write(conflict.act, conflict.theirs, conflict.mine);

  /** Goes on with what stands now. */
  const takeTheirs = () => {
    if (conflict === undefined) return;
    const { theirs } = conflict;
    onWritten(original, theirs);
    if (theirs === undefined) return onClose();
    const shown = keysFirst(theirs, access.schema);
    setOriginal(theirs);
    setStart(shown);
    setConflict(undefined);
    changeDraft(draftOf(shown, draft.tab));
  };

  const isChanged = () => {
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
    save,
    remove,
    overwrite,
    takeTheirs,
    isChanged,
    keepEditing: () => setConflict(undefined),
  };
}

export type ItemEditor = ReturnType<typeof useItemEditor>;
