import { useState } from 'react';
import type { ItemAccess } from './item-access.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { StagedBar, WrittenBar } from './staged-bar.tsx';
import { rememberWritten, stageChanges, useStagedTable, useWritten } from './staging-store.ts';
import { useCommit } from './use-commit.ts';
import type { OnWritten } from './use-commit.ts';
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
  const { undo, busy } = useUndo(access, scope, onWritten);
  const [reviewing, setReviewing] = useState(false);
  // The last one is gone: the next change must not open the review by itself.
  if (reviewing && stage.size === 0) setReviewing(false);
  return (
    <>
      {stage.size > 0 && (
        <StagedBar
          staged={staged}
          onDiscard={() =>
            stageChanges(
              scope,
              [...stage.keys()].map((rowKey) => [rowKey, undefined] as const),
            )
          }
          onReview={() => {
            committing.forget();
            setReviewing(true);
          }}
        />
      )}
      {stage.size === 0 && written.length > 0 && (
        <WrittenBar
          count={written.length}
          busy={busy}
          onUndo={() => void undo(written)}
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
    </>
  );
}
