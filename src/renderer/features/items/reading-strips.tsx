import { Button, Progress } from '@mantine/core';
import { useDelayedFlag } from '../../ui/use-delayed-flag.ts';
import { BudgetButton } from '../query/budget-button.tsx';
import type { ResultState } from '../query/result-state.ts';
import classes from './result-bar.module.css';
import { loadingInWords, spentInWords } from './result-words.ts';

type LoadStripProps = { state: ResultState; onStop: () => void };

/** How the reading of all that is left goes on, where that takes a moment, and how to end it. */
export function LoadStrip({ state, onStop }: LoadStripProps) {
  const shown = useDelayedFlag(state.reading === 'all');
  if (!shown) return null;
  const { parts, share } = loadingInWords(state);
  return (
    <div className={classes.strip}>
      <Progress.Root size="sm" className={classes.progress}>
        <Progress.Section
          value={share === undefined ? 100 : Math.min(100, Math.round(share * 100))}
          animated={share === undefined}
          aria-label="Load progress"
        />
      </Progress.Root>
      <span className={classes.detail} title={parts.join(' · ')}>
        {parts.join(' · ')}
      </span>
      <span className={classes.spacer} />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}

/** That reading ended because its budget was spent, and what can be done about it. */
export function SpentStrip({ progress, reading }: ResultState) {
  if (progress === undefined || progress.complete || !progress.budgetSpent) return null;
  if (reading !== undefined) return null;
  const words = `${spentInWords(progress)}: load more, or`;
  return (
    <div className={classes.strip}>
      <span className={classes.detail} title={words}>
        {words}
      </span>
      <BudgetButton>change the budget</BudgetButton>
    </div>
  );
}
