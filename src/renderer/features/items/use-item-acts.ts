import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { CellChange, GridRowSource } from '../grid/grid-source.ts';
import { isPartial } from '../query/read.ts';
import type { ResultSet } from '../query/result-set.ts';
import { readItem } from '../staging/item-access.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { stageAttribute, stageDeletion, unstage } from '../staging/staged-change.ts';
import { rememberWritten, stageOf, updateStage } from '../staging/staging-store.ts';
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
    updateStage(scope, (staged) =>
      changes.reduce(
        (stage, { row, name, value }) =>
          stageAttribute(stage, row.rowKey, row.original ?? row.item, name, value),
        staged,
      ),
    );

  /** Stages the deletion of rows; of one that is deleted already it is taken back. */
  const toggleDeletion = async (rows: readonly GridRowSource[]) => {
    for (const { rowKey: key, item, original } of rows) {
      const staged = stageOf(scope).get(key);
      if (staged !== undefined && staged.edited === undefined) {
        updateStage(scope, (changes) => unstage(changes, key));
        continue;
      }
      const whole = await wholeItem(original ?? item);
      if (whole !== undefined) updateStage(scope, (changes) => stageDeletion(changes, key, whole));
    }
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
    updateStage(scope, (changes) => unstage(changes, key));
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
