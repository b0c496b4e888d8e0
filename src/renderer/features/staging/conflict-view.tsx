import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import { compareVersions, mergeItems } from '../../../domain/merge-items.ts';
import type { MergeSide } from '../../../domain/merge-items.ts';
import { ItemComparison } from '../values/item-comparison.tsx';
import classes from './conflict-view.module.css';
import { MergeTable } from './merge-table.tsx';

/** Two versions of one item that cannot both be; undefined is an item that shall not be, or is not. */
export type Conflict = {
  /** What was being done. */
  readonly act: 'add' | 'edit' | 'delete';
  /** The item as it was read; undefined where there was none. */
  readonly original?: Item | undefined;
  readonly mine: Item | undefined;
  readonly theirs: Item | undefined;
};

type ConflictViewProps = {
  conflict: Conflict;
  /** Mine over theirs, which were seen. */
  onOverwrite: () => void;
  onTakeTheirs: () => void;
  /** What was made of both. Without it, one of the two has to be taken. */
  onMerge?: ((item: Item) => void) | undefined;
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
  return theirs === undefined ? 'Put mine again' : 'Take mine';
}

/** A conflict: what it was, mine and theirs side by side, and the ways out of it. */
export function ConflictView(props: ConflictViewProps) {
  const { conflict, onOverwrite, onTakeTheirs, onMerge, onBack, busy } = props;
  const { act, theirs } = conflict;
  const [picks, setPicks] = useState<ReadonlyMap<string, MergeSide>>(new Map());
  const gone = theirs === undefined;
  const merging = onMerge && versionsOf(conflict);
  const merged = merging && mergeItems(merging.original, merging.mine, merging.theirs, picks);
  return (
    <div className={classes.conflict} role="alert">
      <div className={classes.words}>
        <IconAlertTriangle size={16} aria-hidden="true" />
        <span>{wordsOf(conflict)}</span>
      </div>
      {merging === undefined ? (
        <TwoVersions conflict={conflict} />
      ) : (
        <MergeTable
          merges={compareVersions(merging.original, merging.mine, merging.theirs)}
          picks={picks}
          same={sameIn(merging)}
          hasOriginal={act !== 'add'}
          disabled={busy}
          onPick={(name, side) => setPicks(new Map(picks).set(name, side))}
        />
      )}
      <div className={classes.buttons}>
        {!(act === 'delete' && gone) && (
          <Button onClick={onOverwrite} disabled={busy}>
            {overwriteLabel(conflict)}
          </Button>
        )}
        <Button onClick={onTakeTheirs} disabled={busy}>
          {gone ? 'Leave it deleted' : 'Take theirs'}
        </Button>
        {merged !== undefined && onMerge !== undefined && (
          <>
            <Button onClick={() => onMerge(merged.item)} disabled={busy || merged.open.length > 0}>
              Merge
            </Button>
            {merged.open.length > 0 && (
              <span className={classes.hint}>To merge, pick one of each that both changed.</span>
            )}
          </>
        )}
        {onBack && (
          <Button variant="subtle" onClick={onBack} disabled={busy}>
            Back to editing
          </Button>
        )}
      </div>
    </div>
  );
}

type Versions = { readonly original: Item; readonly mine: Item; readonly theirs: Item };

/** The three versions of an item that can be merged; of one that is to be added the first is empty. */
function versionsOf({ act, original, mine, theirs }: Conflict): Versions | undefined {
  const base = act === 'add' ? nothing : original;
  return base && mine && theirs && { original: base, mine, theirs };
}

const nothing: Item = {};

/** How many attributes are the same in all three versions. */
function sameIn({ original, mine, theirs }: Versions): number {
  const all = new Set([original, mine, theirs].flatMap((item) => Object.keys(item)));
  return all.size - compareVersions(original, mine, theirs).length;
}

function TwoVersions({ conflict }: { conflict: Conflict }) {
  const { act, original, mine, theirs } = conflict;
  const before =
    original === undefined ? [] : [{ title: 'Original, as you read it', item: original }];
  const first = before.length;
  return (
    <ItemComparison
      label="Conflict"
      versions={[
        ...before,
        { title: act === 'delete' ? 'Yours: deleted' : 'Yours', item: mine },
        {
          title: theirs === undefined ? 'As it stands now: no item' : 'Theirs, as it stands now',
          item: theirs,
        },
      ]}
      // What a deletion was of is compared with what stands now.
      between={act === 'delete' && first === 1 ? [0, 2] : [first, first + 1]}
    />
  );
}
