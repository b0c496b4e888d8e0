import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Item } from '../../../domain/attribute-value.ts';
import { ItemComparison } from '../values/item-comparison.tsx';
import classes from './conflict-view.module.css';

/** Two versions of one item that cannot both be; undefined is an item that shall not be, or is not. */
export type Conflict = {
  /** What was being done. */
  readonly act: 'add' | 'edit' | 'delete';
  readonly mine: Item | undefined;
  readonly theirs: Item | undefined;
};

type ConflictViewProps = {
  conflict: Conflict;
  onOverwrite: () => void;
  onTakeTheirs: () => void;
  /** Back to the editing, with nothing decided. */
  onBack?: (() => void) | undefined;
  busy: boolean;
};

function wordsOf({ act, theirs }: Conflict): string {
  if (act === 'add') return 'An item with this key exists already. Nothing was written.';
  if (theirs === undefined) return 'The item was deleted since you read it. Nothing was written.';
  const word = act === 'delete' ? 'deleted' : 'written';
  return `The item was changed since you read it. Nothing was ${word}.`;
}

function overwriteLabel({ act, theirs }: Conflict): string {
  if (act === 'delete') return 'Delete it anyway';
  return theirs === undefined ? 'Put mine again' : 'Overwrite with mine';
}

/** A conflict: both versions side by side, and the two ways out of it. */
export function ConflictView({
  conflict,
  onOverwrite,
  onTakeTheirs,
  onBack,
  busy,
}: ConflictViewProps) {
  const { act, mine, theirs } = conflict;
  const gone = theirs === undefined;
  return (
    <div className={classes.conflict} role="alert">
      <div className={classes.words}>
        <IconAlertTriangle size={16} aria-hidden="true" />
        <span>{wordsOf(conflict)}</span>
      </div>
      <ItemComparison
        label="Conflict"
        versions={[
          { title: act === 'delete' ? 'Yours: deleted' : 'Yours', item: mine },
          { title: gone ? 'As it stands now: no item' : 'Theirs, as it stands now', item: theirs },
        ]}
        between={[0, 1]}
      />
      <div className={classes.buttons}>
        {!(act === 'delete' && gone) && (
          <Button onClick={onOverwrite} disabled={busy}>
            {overwriteLabel(conflict)}
          </Button>
        )}
        <Button onClick={onTakeTheirs} disabled={busy}>
          {gone ? 'Leave it deleted' : 'Take theirs'}
        </Button>
        {onBack && (
          <Button variant="subtle" onClick={onBack} disabled={busy}>
            Back to editing
          </Button>
        )}
      </div>
    </div>
  );
}
