import { Button } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/describe-error.ts';
import type { ChangeOutcome } from './cancellation.ts';
import classes from './review-dialog.module.css';
import { CommitProgressBar } from './review-summary.tsx';
import type { Undoing } from './use-undo.ts';

/** More of them are counted, not listed. */
const maximumNamed = 200;

/** How far the undoing of a commit is; afterwards, the items that stay as they are, and why. */
export function UndoDialog({ undoing }: { undoing: Undoing }) {
  const { progress, left, cancel, forgetLeft } = undoing;
  const isOpened = left.length > 0 || (progress !== undefined && progress.total > 1);
  return (
    <Dialog
      title="Undo"
      size={620}
      opened={isOpened}
      onClose={forgetLeft}
      closeOnClickOutside={false}
      footer={
        progress === undefined ? (
          <Button variant="filled" onClick={forgetLeft}>
            Close
          </Button>
        ) : (
          <Button onClick={cancel}>Cancel</Button>
        )
      }
    >
      {progress !== undefined ? (
        <CommitProgressBar label="Undo progress" progress={progress} />
      ) : (
        <>
          <p className={classes.words}>
            {left.length === 1
              ? 'One item was'
              : `${left.length.toLocaleString('en-GB')} items were`}{' '}
            not undone:
          </p>
          <ul className={classes.left}>
            {left.slice(0, maximumNamed).map(({ rowKey, name, outcome }) => (
              <li key={rowKey}>
                <strong>{name}</strong>: {whyNot(outcome)}
              </li>
            ))}
          </ul>
          {left.length > maximumNamed && (
            <p className={classes.words}>and {left.length - maximumNamed} more.</p>
          )}
        </>
      )}
    </Dialog>
  );
}

function whyNot(outcome: ChangeOutcome): string {
  if (outcome.kind === 'failed') return describeError(outcome.error).message;
  if (outcome.kind === 'conflict' && outcome.theirs === undefined) {
    return 'it was deleted since, and stays so.';
  }
  return 'it was changed again since; what stands now is left as it is.';
}
