import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { CodeFold } from '../code/code-fold.tsx';
import { groupOf } from './change-words.ts';
import type { ChangeActs } from './change-review.tsx';
import type { ItemAccess } from './item-access.ts';
import classes from './review-dialog.module.css';
import { ReviewCode } from './review-code.tsx';
import { ReviewList } from './review-list.tsx';
import { ReviewSummary } from './review-summary.tsx';
import type { ShownGroup } from './review-summary.tsx';
import { stageChanges } from './staging-store.ts';
import type { Stage, StagedChange } from './staged-change.ts';
import type { Committing } from './use-commit.ts';

type ReviewDialogProps = {
  access: ItemAccess;
  scope: string;
  stage: Stage;
  committing: Committing;
  opened: boolean;
  onClose: () => void;
};

/** What is staged, change by change, before it is written; and how that ended. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { committing, opened, onClose } = props;
  return (
    <Dialog
      title="Review changes"
      size={980}
      opened={opened}
      onClose={() => !committing.busy && onClose()}
      closeOnClickOutside={false}
    >
      {opened && <Review {...props} />}
    </Dialog>
  );
}

function Review({ access, scope, stage, committing, onClose }: ReviewDialogProps) {
  const { outcomes, committed, busy } = committing;
  const [shown, setShown] = useState<ShownGroup>('all');
  /** What waits for the answer to whether it shall be written. */
  const [asked, setAsked] = useState<() => unknown>();
  const { connection } = access;
  const isReadOnly = connection?.guard === 'read-only';
  const write = (act: () => unknown) => {
    if (connection?.guard === 'confirm-writes') setAsked(() => act);
    else act();
  };
  const staged = [...stage.values()];
  const listed = committed.length === 0 ? staged : listedOf(committed, stage, outcomes);
  const changes =
    shown === 'all'
      ? listed
      : listed.filter(({ rowKey }) => groupOf(outcomes.get(rowKey)) === shown);
  const acts: ChangeActs = {
    onDiscard: ({ rowKey }) => stageChanges(scope, [[rowKey, undefined]]),
    onTakeMine: (change, theirs) => write(() => committing.takeMine(change, theirs)),
    onMerge: (change, theirs, merged) => write(() => committing.takeMerged(change, theirs, merged)),
    onTakeTheirs: committing.takeTheirs,
  };
  return (
    <div className={classes.review}>
      <ReviewSummary
        access={access}
        staged={staged}
        listed={listed}
        committing={committing}
        shown={shown}
        onShow={setShown}
      />
      <ReviewList access={access} changes={changes} committing={committing} acts={acts} />
      {!busy && staged.length > 0 && (
        <CodeFold>
          {() => <ReviewCode access={access} staged={staged} mode={committing.mode} />}
        </CodeFold>
      )}
      <div className={classes.footer}>
        {asked !== undefined ? (
          <Question
            words={`${connection?.name ?? ''} (${connection?.region ?? ''}) asks before anything is written to it.`}
            onCancel={() => setAsked(undefined)}
            onWrite={() => {
              setAsked(undefined);
              asked();
            }}
          />
        ) : (
          <>
            <span className={classes.summary}>
              {isReadOnly
                ? `${connection.name} is read-only. Change the guard of the connection to write.`
                : 'Each is written only if its item is still as it was read.'}
            </span>
            {busy ? (
              <Button onClick={committing.cancel}>Cancel</Button>
            ) : (
              <Button onClick={onClose}>Close</Button>
            )}
            <Button
              variant="filled"
              onClick={() => write(() => committing.commit())}
              loading={busy}
              disabled={isReadOnly}
              data-autofocus
            >
              Commit
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** What was committed, as it is staged now; what was given up since is not listed any more. */
function listedOf(
  committed: readonly StagedChange[],
  stage: Stage,
  outcomes: Committing['outcomes'],
): readonly StagedChange[] {
  return committed.flatMap((change) => {
    const { rowKey } = change;
    if (outcomes.get(rowKey)?.kind === 'written') return [change];
    const staged = stage.get(rowKey);
    return staged === undefined ? [] : [staged];
  });
}

type QuestionProps = { words: string; onCancel: () => void; onWrite: () => void };

function Question({ words, onCancel, onWrite }: QuestionProps) {
  return (
    <div className={classes.question} role="alert">
      <span className={classes.summary}>{words}</span>
      <Button onClick={onCancel}>Cancel</Button>
      <Button variant="filled" onClick={onWrite} data-autofocus>
        Write
      </Button>
    </div>
  );
}
