import { Button, Loader } from '@mantine/core';
import { rowCountOf } from '../query/result-state.ts';
import type { ResultState } from '../query/result-state.ts';
import classes from './result-bar.module.css';
import { itemsInWords, restInWords } from './result-words.ts';

type ResultBarProps = {
  state: ResultState;
  onLoad: (what: 'page' | 'all') => void;
  onStop: () => void;
};

/** How many items there are, and the ways to more of them. */
export function ResultBar({ state, onLoad, onStop }: ResultBarProps) {
  const { progress, reading } = state;
  const more = progress !== undefined && !progress.complete;
  return (
    <div className={classes.bar}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
      <span role="status" aria-label="Result status" className={classes.count}>
        {progress === undefined ? '' : itemsInWords(rowCountOf(state))}
      </span>
      <span className={classes.detail}>{restInWords(state)}</span>
      {reading !== undefined && (
        <>
          <Loader size={14} aria-label="Reading" />
          <Button onClick={onStop}>Stop</Button>
        </>
      )}
      <span className={classes.spacer} />
      {more && (
        <>
          <Button disabled={reading !== undefined} onClick={() => onLoad('page')}>
            Load more
          </Button>
          <Button disabled={reading !== undefined} onClick={() => onLoad('all')}>
            Load all
          </Button>
        </>
      )}
    </div>
  );
}
