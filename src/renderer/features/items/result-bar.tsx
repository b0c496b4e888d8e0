import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDelayedFlag } from '../../ui/use-delayed-flag.ts';
import type { ResultState } from '../query/result-state.ts';
import classes from './result-bar.module.css';
import { countInWords, orderInWords, restInWords } from './result-words.ts';

type ResultBarProps = {
  state: ResultState;
  onLoad: (what: 'page' | 'all') => void;
  onStop: () => void;
  onStopArranging: () => void;
  /** Gives up the order. */
  onUnsort: () => void;
  /** What stands before the ways to more rows. */
  children?: ReactNode;
};

/** How many items there are, in which order, and the ways to more of them. */
export function ResultBar(props: ResultBarProps) {
  const { state, onLoad, onStop, children } = props;
  const { progress, reading } = state;
  const more = progress !== undefined && !progress.complete;
  // All that is left has a strip of its own.
  const slow = useDelayedFlag(reading === 'page' || reading === 'result');
  const rest = restInWords(state);
  return (
    <div className={classes.bar}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
      <span role="status" aria-label="Result status" className={classes.count}>
        {countInWords(state)}
      </span>
      <Order {...props} />
      {rest !== '' && <span className={classes.rest}>{rest}</span>}
      {slow && (
        <>
          <Loader size={14} aria-label="Reading" />
          <Button onClick={onStop}>Stop</Button>
        </>
      )}
      <span className={classes.spacer} />
      {children}
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

/** The order and the filters in words; how to give them up, or to end their making. */
function Order({ state, onUnsort, onStopArranging }: ResultBarProps) {
  const working = useDelayedFlag(state.arranging !== undefined);
  const words = orderInWords(state);
  if (state.arranging !== undefined && !working) return null;
  if (words === '') return null;
  return (
    <>
      <span className={classes.detail} title={words}>
        {words}
      </span>
      {working && (
        <>
          <Loader size={14} aria-label="Arranging" />
          <Button onClick={onStopArranging}>Stop</Button>
        </>
      )}
      {!working && state.view?.arrangement.sort !== undefined && (
        <ActionIcon size={20} aria-label="Clear sort" title="Clear sort" onClick={onUnsort}>
          <IconX size={12} aria-hidden="true" />
        </ActionIcon>
      )}
    </>
  );
}
