import { ActionIcon, Button, Loader, Progress } from '@mantine/core';
import { useDelayedFlag } from '../../ui/use-delayed-flag.ts';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ResultState } from '../query/result-state.ts';
import classes from './result-bar.module.css';
import { countInWords, loadingInWords, orderInWords, restInWords } from './result-words.ts';

type ResultBarProps = {
  state: ResultState;
  onLoad: (what: 'page' | 'all') => void;
  onStop: () => void;
  onStopArranging: () => void;
  /** Gives up the order. */
  onUnsort: () => void;
  /** What may be changed where reading ended because its budget was spent. */
  budget: ReactNode;
  /** What stands before the ways to more rows. */
  children?: ReactNode;
};

/** How many items there are, in which order, and the ways to more of them. */
export function ResultBar(props: ResultBarProps) {
  const { state, onLoad, onStop, budget, children } = props;
  const { progress, reading } = state;
  const more = progress !== undefined && !progress.complete;
  const spent = more && progress.budgetSpent && reading === undefined;
  const rest = restInWords(state);
  return (
    <div className={classes.bar}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
      <span role="status" aria-label="Result status" className={classes.count}>
        {countInWords(state)}
      </span>
      <Order {...props} />
      {rest !== '' && <span className={classes.detail}>{rest}</span>}
      {spent && budget}
      {reading === 'all' && <Loading state={state} />}
      {reading !== undefined && (
        <>
          <Loader size={14} aria-label="Reading" />
          <Button onClick={onStop}>Stop</Button>
        </>
      )}
      <span className={classes.spacer} />
      {children}
      {more && (
        <>
          <Button
            disabled={reading !== undefined}
            variant={spent ? 'filled' : 'default'}
            title={spent ? 'Goes on with another budget' : undefined}
            onClick={() => onLoad('page')}
          >
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
  if (state.arranging !== undefined)
    return working ? (
      <>
        <span className={classes.detail}>{words}</span>
        <Loader size={14} aria-label="Arranging" />
        <Button onClick={onStopArranging}>Stop</Button>
      </>
    ) : null;
  if (words === '') return null;
  return (
    <>
      <span className={classes.detail}>{words}</span>
      {state.view?.arrangement.sort !== undefined && (
        <ActionIcon size={20} aria-label="Clear sort" title="Clear sort" onClick={onUnsort}>
          <IconX size={12} aria-hidden="true" />
        </ActionIcon>
      )}
    </>
  );
}

/** How the reading of all that is left goes on. */
function Loading({ state }: { state: ResultState }) {
  const { parts, share } = loadingInWords(state);
  const percent = share === undefined ? undefined : Math.min(100, Math.round(share * 100));
  return (
    <>
      {percent !== undefined && (
        <Progress.Root size="sm" className={classes.progress}>
          <Progress.Section value={percent} aria-label="Load progress" />
        </Progress.Root>
      )}
      <span className={classes.detail}>{parts.join(' · ')}</span>
    </>
  );
}
