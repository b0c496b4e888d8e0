import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { CellChange, GridRowSource } from '../grid/grid-source.ts';
import { isPartial } from '../query/read.ts';
import type { ResultSet } from '../query/result-set.ts';
import { readItem } from '../staging/item-access.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { editsOf } from '../staging/stage-edits.ts';
import { withDeletion } from '../staging/staged-change.ts';
import { rememberWritten, settleRows, stageChanges, stageOf } from '../staging/staging-store.ts';
import type { ItemSubject } from './item-dialog.tsx';

type ItemActsOptions = {
  readonly access: ItemAccess;
  readonly scope: string;
  readonly resultSet: ResultSet;
  readonly rowKey: (item: Item) => string;
};

/** What is done to items from the grid and its dialog. */
export function useItemActs({ access, scope, resultSet, rowKey }: ItemActsOptions) {
  const [subject, setSubject] = useState<ItemSubject>();

  const show = (original: Item | undefined, start?: Item) =>
    setSubject((before) => ({ id: (before?.id ?? 0) + 1, original, start }));

  /**
   * The item whole: a row of an index may lack attributes, and what is not there must not be taken
   * for missing.
   */
  const wholeItem = async (item: Item): Promise<Item | undefined> => {
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

  const open = async (item: Item) => {
    const whole = await wholeItem(item);
    const staged = stageOf(scope).get(rowKey(item));
    if (whole !== undefined) show(staged?.original ?? whole, staged?.edited);
  };

  const edit = (changes: readonly CellChange[]) =>
    stageChanges(scope, editsOf(stageOf(scope), changes));

  /** Stages the deletion of rows; of one that is deleted already it is taken back. */
  const toggleDeletion = async (rows: readonly GridRowSource[]) => {
    const wholes = await Promise.all(
      rows.map(async ({ rowKey: key, item, original, staged }) => {
        const known = stageOf(scope).has(key) || staged !== undefined;
        return known ? { key, item: original } : { key, item: await wholeItem(item) };
      }),
    );
    const stage = stageOf(scope);
    stageChanges(
      scope,
      wholes.map(({ key, item }) => {
        const staged = stage.get(key);
        const deleted = staged !== undefined && staged.edited === undefined;
        const change = deleted ? undefined : withDeletion({ rowKey: key, item, staged });
        return [key, change];
      }),
    );
  };

  /** Shows an item as it stands now in place of what it was; a moved one at its new place. */
  const showWritten = (before: Item | undefined, after: Item | undefined) => {
    const key = before && rowKey(before);
    const moved = after !== undefined && key !== rowKey(after);
    if (key !== undefined) resultSet.showWritten(key, moved ? undefined : after);
    if (moved && !resultSet.showAdded(after))
      notifyDone('The item is saved. Run again to see whether it is part of this result.');
  };

  /** Shows what was written by the dialog, and remembers it for Undo. */
  const written = (before: Item | undefined, item: Item | undefined) => {
    const known = before ?? item;
    if (known === undefined) return;
    const key = rowKey(known);
    settleRows(scope, [key]);
    showWritten(before, item);
    rememberWritten(scope, [{ rowKey: key, before, after: item }]);
  };

  return {
    subject,
    closeItem: () => setSubject(undefined),
    addItem: () => show(undefined),
    open,
    edit,
    toggleDeletion,
    written,
    showWritten,
  };
}
