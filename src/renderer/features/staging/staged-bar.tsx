import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import { changesInWords } from './staged-change.ts';
import type { StagedTable } from './staged-table.ts';
import classes from './staged-bar.module.css';

/** So many changes are discarded without a question: they are brought back as easily. */
const discardedUnasked = 3;

type StagedBarProps = {
  staged: StagedTable;
  onTurn: (way: 'undo' | 'redo') => void;
  onDiscard: () => void;
  onReview: () => void;
};

/** `1 edited · 1 new · 1 deleted`, without what there is none of. */
function kindsInWords({ summary: { edited, created, deleted } }: StagedTable): string {
  const kinds = [
    [edited, 'edited'],
    [created, 'new'],
    [deleted, 'deleted'],
  ] as const;
  return kinds
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en-GB')} ${word}`)
    .join(' · ');
}

/** Floats over the grid while changes are staged: how many, of what kind, and what to do. */
export function StagedBar({ staged, onTurn, onDiscard, onReview }: StagedBarProps) {
  const { stage, history } = staged;
  const [asking, setAsking] = useState(false);
  const count = changesInWords(stage.size);
  const discard = () => {
    setAsking(false);
    onDiscard();
  };
  return (
    <div className={classes.place}>
      <div className={classes.bar}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
        <span role="status" aria-label="Staged changes" className={classes.count}>
          {count}
        </span>
        {asking ? (
          <>
            <span role="alert" className={classes.detail}>
              Discard all of them?
            </span>
            <Button onClick={() => setAsking(false)}>Keep them</Button>
            <Button variant="filled" color="red" data-autofocus onClick={discard}>
              Discard
            </Button>
          </>
        ) : (
          <>
            <span className={classes.detail}>{kindsInWords(staged)}</span>
            <span className={classes.turns}>
              <IconButton
                label="Take back the last edit"
                keys={shortcutText('mod+z')}
                disabled={history.past.length === 0}
                onClick={() => onTurn('undo')}
              >
                <IconArrowBackUp size={16} aria-hidden />
              </IconButton>
              <IconButton
                label="Make it again"
                keys={shortcutText('mod+shift+z')}
                disabled={history.future.length === 0}
                onClick={() => onTurn('redo')}
              >
                <IconArrowForwardUp size={16} aria-hidden />
              </IconButton>
            </span>
            <Button onClick={() => (stage.size > discardedUnasked ? setAsking(true) : onDiscard())}>
              Discard changes
            </Button>
            <Button variant="filled" onClick={onReview}>
              Review changes
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

type WrittenBarProps = {
  count: number;
  /** The name of a connection that wants to be asked before each write. */
  askBefore: string | undefined;
  busy: boolean;
  onUndo: () => void;
  onClose: () => void;
};

/** Floats over the grid after a commit: what was written, and the way back. */
export function WrittenBar({ count, askBefore, busy, onUndo, onClose }: WrittenBarProps) {
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <div className={classes.place}>
        <div className={classes.bar} role="alert">
          <span className={classes.count}>
            {askBefore} asks before anything is written to it. Undo {changesInWords(count)}?
          </span>
          <Button onClick={() => setAsking(false)}>Cancel</Button>
          <Button
            variant="filled"
            onClick={() => {
              setAsking(false);
              onUndo();
            }}
          >
            Write
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.place}>
      <div className={classes.bar}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
        <span role="status" aria-label="Committed changes" className={classes.count}>
          {changesInWords(count)} committed
        </span>
        <Button
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => (askBefore === undefined ? onUndo() : setAsking(true))}
          loading={busy}
        >
          Undo
        </Button>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}
