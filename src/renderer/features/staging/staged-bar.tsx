import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { changesInWords } from './staged-change.ts';
import type { StagedTable } from './staged-table.ts';
import classes from './staged-bar.module.css';

type StagedBarProps = {
  staged: StagedTable;
  onDiscard: () => void;
  onReview: () => void;
};

/** Floats over the grid while changes are staged: how many, of what kind, and what to do. */
export function StagedBar({ staged, onDiscard, onReview }: StagedBarProps) {
  const { edited, created, deleted } = staged.summary;
  const parts = [];
  if (edited > 0) parts.push(`${edited} edited`);
  if (created > 0) parts.push(`${created} new`);
  if (deleted > 0) parts.push(`${deleted} deleted`);
  return (
    <div className={classes.place}>
      <div className={classes.bar}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
        <span role="status" aria-label="Staged changes" className={classes.count}>
          {changesInWords(staged.stage.size)}
        </span>
        <span className={classes.detail}>{parts.join(' · ')}</span>
        <Button onClick={onDiscard}>Discard changes</Button>
        <Button variant="filled" onClick={onReview}>
          Review changes
        </Button>
      </div>
    </div>
  );
}

type WrittenBarProps = {
  count: number;
  busy: boolean;
  onUndo: () => void;
  onClose: () => void;
};

/** Floats over the grid after a commit: what was written, and the way back. */
export function WrittenBar({ count, busy, onUndo, onClose }: WrittenBarProps) {
  return (
    <div className={classes.place}>
      <div className={classes.bar}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
        <span role="status" aria-label="Committed changes" className={classes.count}>
          {changesInWords(count)} committed
        </span>
        <Button leftSection={<IconArrowBackUp size={16} />} onClick={onUndo} loading={busy}>
          Undo
        </Button>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}
