import { useState } from 'react';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { commitChange } from './commit.ts';
import type { ItemAccess } from './item-access.ts';
import { changesInWords } from './staged-change.ts';
import { rememberWritten } from './staging-store.ts';
import type { WrittenChange } from './staging-store.ts';
import type { OnWritten } from './use-commit.ts';

/**
 * Takes back what the last commit wrote, each by its inverse under the inverse condition: where an
 * item was changed again since, it stays as it is.
 */
export function useUndo(access: ItemAccess, scope: string, onWritten: OnWritten) {
  const [busy, setBusy] = useState(false);
  const undo = async (written: readonly WrittenChange[]) => {
    setBusy(true);
    const left: WrittenChange[] = [];
    for (const change of written) {
      const { before, after } = change;
      const outcome = await commitChange(access, { original: after, edited: before });
      if (outcome.kind === 'written') onWritten(after, outcome.item);
      else {
        left.push(change);
        const changed = new Error('It was changed again since; what stands now is left as it is.');
        notifyError('An item was not undone', outcome.kind === 'failed' ? outcome.error : changed);
      }
    }
    rememberWritten(scope, left);
    setBusy(false);
    const undone = written.length - left.length;
    if (undone > 0) notifyDone(`${changesInWords(undone)} undone.`);
  };
  return { undo, busy };
}
