import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './items-view.module.css';
import { LoadStrip, SpentStrip } from './reading-strips.tsx';
import { ResultBar } from './result-bar.tsx';
import { RowToolButtons } from './row-tools.tsx';
import type { BulkChange } from './use-bulk-change.ts';
import type { useItems } from './use-items.ts';
import type { RowTools } from './use-row-tools.ts';

type ResultFooterProps = { items: ReturnType<typeof useItems>; tools: RowTools; bulk: BulkChange };

/** Beneath the grid: what went wrong, what is shown, and the ways to other and to more rows. */
export function ResultFooter({ items, tools, bulk }: ResultFooterProps) {
  const { state, resultSet, refresh } = items;
  const { progress, error } = state;
  return (
    <>
      {error !== undefined && (
        <div className={classes.problem}>
          <ErrorNotice error={error} action={<Button onClick={refresh}>Try again</Button>} />
        </div>
      )}
      <LoadStrip state={state} onStop={resultSet.stop} />
      <SpentStrip {...state} />
      <ResultBar
        state={state}
        onLoad={(what) => void resultSet.loadMore(what)}
        onStop={resultSet.stop}
        onStopArranging={resultSet.stopArranging}
        onUnsort={tools.unsort}
      >
        <RowToolButtons
          tools={tools}
          known={state.known}
          disabled={progress === undefined || progress.rowCount === 0}
        />
        <IconButton
          label="Bulk change"
          description={bulk.refused}
          disabled={bulk.refused !== undefined || progress === undefined || progress.rowCount === 0}
          onClick={bulk.open}
        >
          <IconStack2 size={16} aria-hidden="true" />
        </IconButton>
      </ResultBar>
    </>
  );
}
