import type { ResultState } from '../query/result-state.ts';
import { FindBar } from '../query/find-bar.tsx';
import { RowFilters } from '../query/row-filters.tsx';
import { rowsInWords } from './result-words.ts';
import type { RowTools } from './use-row-tools.ts';

type RowStripsProps = { tools: RowTools; state: ResultState; onCloseFind: () => void };

/** Above the grid, while they are used: the filters over the loaded rows, and the find bar. */
export function RowStrips({ tools, state, onCloseFind }: RowStripsProps) {
  return (
    <>
      <RowFilters
        filters={tools.arrangement.filters}
        onRemove={tools.removeFilter}
        onClear={tools.clearFilters}
      />
      {tools.finding.opened && (
        <FindBar
          finding={tools.finding}
          input={tools.findInput}
          over={rowsInWords(state)}
          onClose={onCloseFind}
        />
      )}
    </>
  );
}
