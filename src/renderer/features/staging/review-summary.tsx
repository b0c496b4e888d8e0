import { Progress } from '@mantine/core';
import { useMemo } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import {
  countOutcomes,
  countsInWords,
  groupWords,
  kindOf,
  outcomeGroups,
  progressInWords,
} from './change-words.ts';
import type { ChangeKind, OutcomeGroup } from './change-words.ts';
import { CommitModeChoice } from './commit-mode.tsx';
import { whyNotTogether } from './commit-together.ts';
import type { ItemAccess } from './item-access.ts';
import classes from './review-dialog.module.css';
import { changesInWords } from './staged-change.ts';
import type { StagedChange } from './staged-change.ts';
import type { Committing, CommitProgress } from './use-commit.ts';
import { writeCapacityOf } from './write-capacity.ts';

export type ShownGroup = OutcomeGroup | 'all';

type ReviewSummaryProps = {
  access: ItemAccess;
  /** Those that would be committed now. */
  staged: readonly StagedChange[];
  /** All that the review lists: those that were committed are among them. */
  listed: readonly StagedChange[];
  committing: Committing;
  shown: ShownGroup;
  onShow: (shown: ShownGroup) => void;
};

/** What a review is of, what it costs and how it is to be written; afterwards, how it ended. */
export function ReviewSummary(props: ReviewSummaryProps) {
  const { access, staged, listed, committing, shown, onShow } = props;
  const { outcomes, committed, progress, problem, busy, mode, setMode } = committing;
  const refused = useMemo(
    () => (busy ? undefined : whyNotTogether(access, staged)),
    [access, staged, busy],
  );
  const counts = useMemo(() => countOutcomes(listed, outcomes), [listed, outcomes]);
  // While they are written, they change ten times a second and are not shown.
  const words = busy ? '' : stagedInWords(access, staged, mode === 'together');
  const groups = outcomeGroups.filter((group) => (counts.get(group) ?? 0) > 0);
  return (
    <div className={classes.head}>
      {progress !== undefined && <CommitProgressBar label="Commit progress" progress={progress} />}
      {progress === undefined && committed.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result
        <div role="status" aria-label="Commit result" className={classes.result}>
          {countsInWords(counts)}
        </div>
      )}
      {problem !== undefined && <ErrorNotice error={problem} />}
      {!busy && staged.length > 0 && <div className={classes.total}>{words}</div>}
      {staged.length > 1 && !busy && (
        <CommitModeChoice
          mode={refused === undefined ? mode : 'one-by-one'}
          refused={refused}
          onChange={setMode}
        />
      )}
      {committed.length > 1 && groups.length > 1 && !busy && (
        <Segmented<ShownGroup>
          label="Show"
          value={shown}
          onChange={onShow}
          options={[
            { value: 'all', label: `All ${listed.length.toLocaleString('en-GB')}` },
            ...groups.map((group) => ({
              value: group,
              label: `${(counts.get(group) ?? 0).toLocaleString('en-GB')} ${groupWords[group]}`,
            })),
          ]}
        />
      )}
    </div>
  );
}

/** How far a commit or its undoing is, with its rate and the time left. */
export function CommitProgressBar({
  label,
  progress,
}: {
  label: string;
  progress: CommitProgress;
}) {
  const { done, total } = progress;
  return (
    <div className={classes.progress}>
      <Progress.Root size="sm">
        <Progress.Section aria-label={label} value={total === 0 ? 0 : (done / total) * 100} />
      </Progress.Root>
      <div className={classes.total}>{progressInWords(progress)}</div>
    </div>
  );
}

const kinds: readonly ChangeKind[] = ['edited', 'new', 'moved', 'deleted'];

/** `3 changes: 2 edited, 1 new · 4 WCU; what they write into indexes comes on top`. */
function stagedInWords(
  { schema }: Pick<ItemAccess, 'schema'>,
  staged: readonly StagedChange[],
  isTogether: boolean,
): string {
  const counts = new Map<ChangeKind, number>();
  let units = 0;
  for (const change of staged) {
    const kind = kindOf(change, schema);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const isTransaction = kind === 'moved' || (isTogether && staged.length > 1);
    units += writeCapacityOf(change) * (isTransaction ? 2 : 1);
  }
  const parts = kinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${kind}`];
  });
  return (
    `${changesInWords(staged.length)}: ${parts.join(', ')} · ` +
    `${units.toLocaleString('en-GB')} WCU; what they write into indexes comes on top.`
  );
}
