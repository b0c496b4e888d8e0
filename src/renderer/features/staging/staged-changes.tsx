import { useMemo, useState } from 'react';
import { useCommands } from '../../app/command-registry.ts';
import type { Command } from '../../app/commands.ts';
import { notifyDone } from '../../ui/notify.ts';
import { shortcutText } from '../../ui/shortcut.ts';
import type { ItemAccess } from './item-access.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { StagedBar, WrittenBar } from './staged-bar.tsx';
import { changesInWords } from './staged-change.ts';
import {
  rememberWritten,
  stageChanges,
  turnStage,
  useStagedTable,
  useWritten,
} from './staging-store.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { useCommit } from './use-commit.ts';
import type { OnWritten } from './use-commit.ts';
import { useStagingKeys } from './use-staging-keys.ts';
import { useUndo } from './use-undo.ts';

type StagedChangesProps = {
  access: ItemAccess;
  scope: string;
  onWritten: OnWritten;
};

/** What floats over the grid: the bar of staged changes and its review; after a commit, Undo. */
export function StagedChanges({ access, scope, onWritten }: StagedChangesProps) {
  const staged = useStagedTable(scope);
  const { stage } = staged;
  const written = useWritten(scope);
  const committing = useCommit(access, scope, onWritten);
  const undoing = useUndo(access, scope, onWritten);
  const [reviewing, setReviewing] = useState(false);
  // The last one is gone: the next change must not open the review by itself.
  if (reviewing && stage.size === 0 && !committing.busy) setReviewing(false);
  const review = () => {
    committing.forget();
    setReviewing(true);
  };
  const discard = () => {
    const words = changesInWords(stage.size);
    stageChanges(
      scope,
      [...stage.keys()].map((rowKey) => [rowKey, undefined] as const),
    );
    notifyDone(`${words} discarded. ${shortcutText('mod+z')} brings it back.`);
  };
  const acts = useMemo(
    (): Command[] => [
      {
        id: `undo-edit ${scope}`,
        title: 'Take back the last staged edit',
        group: 'Table',
        run: () => turnStage(scope, 'undo'),
      },
      {
        id: `redo-edit ${scope}`,
        title: 'Make the staged edit again that was taken back',
        group: 'Table',
        run: () => turnStage(scope, 'redo'),
      },
    ],
    [scope],
  );
  useCommands(acts);
  useStagingKeys({
    onTurn: (way) => turnStage(scope, way),
    onReview: stage.size === 0 ? undefined : review,
  });
  return (
    <>
      {stage.size > 0 && (
        <StagedBar
          staged={staged}
          onTurn={(way) => turnStage(scope, way)}
          onDiscard={discard}
          onReview={review}
        />
      )}
      {stage.size === 0 && written.length > 0 && (
        <WrittenBar
          count={written.length}
          askBefore={
            access.connection?.guard === 'confirm-writes' ? access.connection.name : undefined
          }
          busy={undoing.busy}
          onUndo={() => void undoing.undo(written)}
          onClose={() => rememberWritten(scope, [])}
        />
      )}
      <ReviewDialog
        access={access}
        scope={scope}
        stage={stage}
        committing={committing}
        opened={reviewing}
        onClose={() => setReviewing(false)}
      />
      <UndoDialog undoing={undoing} />
    </>
  );
}
