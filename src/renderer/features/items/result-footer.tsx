import { Button } from '@mantine/core';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { BudgetButton } from '../query/budget-button.tsx';
import classes from './items-view.module.css';
import { ResultBar } from './result-bar.tsx';
import { RowToolButtons } from './row-tools.tsx';
import type { useItems } from './use-items.ts';
import type { RowTools } from './use-row-tools.ts';

type ResultFooterProps = { items: ReturnType<typeof useItems>; tools: RowTools };

/** Beneath the grid: what went wrong, what is shown, and the ways to other and to more rows. */
export function ResultFooter({ items, tools }: ResultFooterProps) {
  const { state, resultSet, refresh } = items;
  const { progress, error } = state;
  return (
    <>
      {error !== undefined && (
        <div className={classes.problem}>
          <ErrorNotice error={error} action={<Button onClick={refresh}>Try again</Button>} />
        </div>
      )}
      <ResultBar
        state={state}
        onLoad={(what) => void resultSet.loadMore(what)}
        onStop={resultSet.stop}
        onStopArranging={resultSet.stopArranging}
        onUnsort={tools.unsort}
        budget={<BudgetButton>Change the budget</BudgetButton>}
      >
        <RowToolButtons
          tools={tools}
          known={state.known}
          disabled={progress === undefined || progress.rowCount === 0}
        />
      </ResultBar>
    </>
  );
}
