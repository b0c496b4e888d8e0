import { Button } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeReview } from './change-review.tsx';
import type { ItemAccess } from './item-access.ts';
import classes from './review-dialog.module.css';
import type { Stage } from './staged-change.ts';
import { stageChanges } from './staging-store.ts';
import type { useCommit } from './use-commit.ts';

type ReviewDialogProps = {
  access: ItemAccess;
  scope: string;
  stage: Stage;
  committing: ReturnType<typeof useCommit>;
  opened: boolean;
  onClose: () => void;
};

/** Each staged change with its difference and its request, before they are sent one by one. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { access, scope, stage, committing, opened, onClose } = props;
  const { outcomes, summary, busy } = committing;
  return (
    <Dialog
      title="Review changes"
      size={820}
      opened={opened}
      onClose={onClose}
      closeOnClickOutside={false}
      footer={
        <>
          <span className={classes.summary}>
            {summary ?? 'Each is written only if its item is still as it was read.'}
          </span>
          <Button onClick={onClose} disabled={busy}>
            Close
          </Button>
          <Button
            variant="filled"
            onClick={() => void committing.commit()}
            loading={busy}
            data-autofocus
          >
            Commit
          </Button>
        </>
      }
    >
      <div className={classes.changes}>
        {[...stage.values()].map((change) => (
          <ChangeReview
            key={change.rowKey}
            access={access}
            change={change}
            outcome={outcomes.get(change.rowKey)}
            busy={busy}
            onDiscard={() => stageChanges(scope, [[change.rowKey, undefined]])}
            onOverwrite={(theirs) => {
              void committing.overwrite(change, theirs);
            }}
            onTakeTheirs={(theirs) => committing.takeTheirs(change, theirs)}
          />
        ))}
      </div>
    </Dialog>
  );
}
