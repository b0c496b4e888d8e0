import { useRef, useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { CellChange, GridRowSource } from '../grid/grid-source.ts';
import type { GoTo } from '../grid/items-grid-props.ts';
import { isPartial } from '../query/read.ts';
import type { ResultSet } from '../query/result-set.ts';
import { readItem } from '../staging/item-access.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { copiesOf, deletionsOf, editsOf, movesIn } from '../staging/stage-edits.ts';
import { newRowKey, withDeletion, withItem } from '../staging/staged-change.ts';
import {
  rememberWritten,
  settleRows,
  stageChanges,
  stagedTableOf,
  stageOf,
} from '../staging/staging-store.ts';
import type { ItemSubject } from './item-dialog.tsx';
import { nextPlaceId } from './use-latest-place.ts';

type ItemActsOptions = {
  readonly access: ItemAccess;
  readonly scope: string;
  readonly resultSet: ResultSet;
  readonly rowKey: (item: Item) => string;
};

/** Words about what is not in sight are said once for many items, in this time. */
const sayAgainMs = 5_000;

/** What is done to items from the grid and its dialog. */
export function useItemActs({ access, scope, resultSet, rowKey }: ItemActsOptions) {
  const [subject, setSubject] = useState<ItemSubject>();
  const [askedMoves, setAskedMoves] = useState<readonly CellChange[]>();
  const [goTo, setGoTo] = useState<GoTo>();
  const said = useRef(0);

  const show = (next: Omit<ItemSubject, 'id'>) =>
    setSubject((before) => ({ ...next, id: (before?.id ?? 0) + 1 }));

  /** Shows a new row, ready for its key to be typed. */
  const goToNew = (key: string | undefined) => {
    const row = stagedTableOf(scope).newRows.findIndex((change) => change.rowKey === key);
    if (row !== -1) setGoTo({ id: nextPlaceId(), row, name: keyNames(access.schema).at(-1) });
  };

  /**
   * The item of a row whole, as it was read: a row of an index may lack attributes, and what is not
   * there must not be taken for missing.
   */
  const wholeOf = async (row: GridRowSource): Promise<Item | undefined> => {
    const staged = stageOf(scope).get(row.rowKey);
    const item = staged === undefined ? row.original : staged.original;
    if (staged !== undefined || item === undefined) return item;
    if (!isPartial(resultSet.store.getState().read)) return item;
    try {
      const whole = await readItem(access, item);
      if (whole === undefined) notifyDone('This item was deleted since it was read.');
      return whole;
    } catch (error) {
      notifyError('The item could not be read', error);
      return undefined;
    }
  };

  const open = async (row: GridRowSource) => {
    const original = await wholeOf(row);
    const staged = stageOf(scope).get(row.rowKey);
    const { rowKey: key, problem } = row;
    if (original !== undefined || staged !== undefined)
      show({ rowKey: key, original, start: staged?.edited, problem });
  };

  /** Stages edits of cells; a key of an item that is there only once that was confirmed. */
  const edit = (changes: readonly CellChange[]) => {
    const keys = keyNames(access.schema);
    const moves = movesIn(stageOf(scope), changes, keys, rowKey);
    if (moves.length > 0) setAskedMoves(changes);
    else stageChanges(scope, editsOf(stageOf(scope), changes));
  };
  const answerMoves = (moves: boolean) => {
    setAskedMoves(undefined);
    if (moves && askedMoves !== undefined) stageChanges(scope, editsOf(stageOf(scope), askedMoves));
  };

  /** Stages the deletion of rows; where all of them shall be deleted, it is taken back. */
  const toggleDeletion = async (rows: readonly GridRowSource[]) => {
    const back = rows.every(({ staged }) => staged === 'deleted');
    if (back)
      return stageChanges(
        scope,
        rows.map(({ rowKey: key }) => [key, undefined] as const),
      );
    const wholes = await Promise.all(
      rows.map(async (row) => ({ rowKey: row.rowKey, item: await wholeOf(row) })),
    );
    stageChanges(scope, deletionsOf(stageOf(scope), wholes));
  };

  /** Stages new rows that are copies of others; each needs another key. */
  const duplicate = async (rows: readonly GridRowSource[]) => {
    const copies = await Promise.all(
      rows.map(async (row) => {
        const whole = await wholeOf(row);
        return { rowKey: row.rowKey, item: stageOf(scope).get(row.rowKey)?.edited ?? whole };
      }),
    );
    const patch = copiesOf(stageOf(scope), copies);
    stageChanges(scope, patch);
    goToNew(patch[0]?.[0]);
  };

  /** Stages what the dialog saves: undefined for an item that shall be deleted. */
  const stageItem = ({ rowKey: known, original }: ItemSubject, edited: Item | undefined) => {
    // What was to be new is an edit of the item that stands, once theirs was taken: its row is that.
    const key = original === undefined ? (known ?? newRowKey()) : rowKey(original);
    const row = { rowKey: key, item: original, staged: stageOf(scope).get(key) };
    const change = edited === undefined ? withDeletion(row) : withItem(row, edited);
    stageChanges(scope, [[key, change]]);
    if (known === undefined && original === undefined) goToNew(key);
  };

  /** Shows an item as it stands now in place of what it was; a moved one at its new place. */
  const showWritten = (before: Item | undefined, after: Item | undefined) => {
    const key = before && rowKey(before);
    const moved = after !== undefined && key !== rowKey(after);
    if (key !== undefined) resultSet.showWritten(key, moved ? undefined : after);
    if (!moved || resultSet.showAdded(after) || Date.now() - said.current < sayAgainMs) return;
    said.current = Date.now();
    notifyDone('The item is saved. Run again to see whether it is part of this result.');
  };

  /** Shows what stands instead of what was edited in the dialog. */
  const seen = (of: ItemSubject, before: Item | undefined, now: Item | undefined) => {
    const key = of.rowKey ?? (before && rowKey(before));
    if (key !== undefined) settleRows(scope, [key]);
    showWritten(before, now);
  };

  /** Shows what was written by the dialog, and remembers it for Undo. */
  const written = (of: ItemSubject, before: Item | undefined, now: Item | undefined) => {
    seen(of, before, now);
    const known = before ?? now;
    if (known !== undefined)
      rememberWritten(scope, [{ rowKey: rowKey(known), before, after: now }]);
  };

  return {
    subject,
    closeItem: () => setSubject(undefined),
    addItem: () => show({ original: undefined }),
    open,
    edit,
    goTo,
    askedMoves,
    answerMoves,
    toggleDeletion,
    duplicate,
    stageItem,
    seen,
    written,
    showWritten,
  };
}

export type ItemActs = ReturnType<typeof useItemActs>;
