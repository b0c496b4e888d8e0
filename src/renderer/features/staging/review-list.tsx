import { useMemo, useState } from 'react';
import { groupOf } from './change-words.ts';
import { ChangeReview } from './change-review.tsx';
import type { ChangeActs } from './change-review.tsx';
import type { ItemAccess } from './item-access.ts';
import { createNewRowProblems } from './new-row-problem.ts';
import classes from './review-dialog.module.css';
import type { StagedChange } from './staged-change.ts';
import type { Committing } from './use-commit.ts';
import { WindowedList } from './windowed-list.tsx';

/** Up to here each change shows its details at once, and all are on the page. */
const shownAtOnce = 20;
const closedHeight = 36;

type ReviewListProps = {
  access: ItemAccess;
  changes: readonly StagedChange[];
  committing: Pick<Committing, 'outcomes' | 'committed' | 'busy' | 'mode'>;
  acts: ChangeActs;
};

/** The changes of a review; of many only those in sight are on the page, folded. */
export function ReviewList(props: ReviewListProps) {
  const { access, changes, committing, acts } = props;
  const { outcomes, committed, busy, mode } = committing;
  const many = changes.length > shownAtOnce;
  /** Those that were opened or closed by hand. */
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const problemsOf = useMemo(() => createNewRowProblems(access.schema), [access.schema]);
  const problemOf = useMemo(() => problemsOf(changes), [problemsOf, changes]);
  const review = (change: StagedChange) => {
    const { rowKey } = change;
    const outcome = outcomes.get(rowKey);
    const group = outcome === undefined ? undefined : groupOf(outcome);
    // What asks for a decision is opened by itself, and what is done with is closed.
    const asks = group === 'conflict' || group === 'failed';
    const opened = toggled.get(rowKey) ?? (asks || (!many && group !== 'written'));
    return (
      <ChangeReview
        key={rowKey}
        access={access}
        change={change}
        problem={outcome === undefined ? problemOf(change) : undefined}
        outcome={outcome}
        committed={committed.length > 0 && !busy}
        inTransaction={mode === 'together' && changes.length > 1}
        busy={busy}
        opened={opened}
        onToggle={() => setToggled(new Map(toggled).set(rowKey, !opened))}
        acts={acts}
      />
    );
  };
  return many ? (
    <WindowedList label="Changes" rows={changes} keyOf={keyOf} usualHeight={closedHeight}>
      {review}
    </WindowedList>
  ) : (
    <div className={classes.changes}>{changes.map(review)}</div>
  );
}

function keyOf({ rowKey }: StagedChange): string {
  return rowKey;
}
