import { Button, Loader } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ResultSetProgress } from '../../../contract/query.ts';
import type { ColumnLayout } from '../../../contract/workspace.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useDelayedFlag } from '../../ui/use-delayed-flag.ts';
import { arrangeColumns, emptyLayout } from '../grid/column-layout.ts';
import type { Column } from '../grid/columns.ts';
import { ItemsGrid } from '../grid/items-grid.tsx';
import { useAttributeOrder } from '../grid/use-attribute-order.ts';
import { sortedBy } from '../query/arrangement.ts';
import type { ResultSet } from '../query/result-set.ts';
import { arrangementOf } from '../query/result-state.ts';
import classes from './partiql-view.module.css';
import { rowsInWords, spentInWords } from './result-words.ts';
import { useSelectedRows } from './use-selected-rows.ts';

const nothing = () => undefined;
const noAttributes: ResultSetProgress['attributes'] = [];

/** The rows of a SELECT: as read, since they may be parts of items. */
export function ResultRows({
  resultSet,
  schema,
}: {
  resultSet: ResultSet;
  schema?: KeySchema | undefined;
}) {
  const state = useStore(resultSet.store);
  const { progress, reading, error } = state;
  const source = useSelectedRows(resultSet, state);
  const seen = useAttributeOrder(state, progress?.attributes ?? noAttributes);
  const [layout, setLayout] = useState<ColumnLayout>(emptyLayout);
  const { columns, control } = useMemo(() => {
    const keys = schema === undefined ? [] : keyNames(schema);
    const known = seen.map(({ name, types }): Column => {
      const place = keys.indexOf(name);
      const role = place === 0 ? 'partition-key' : place === 1 ? 'sort-key' : 'attribute';
      return { id: `attribute:${name}`, name, role, types };
    });
    const arranged = arrangeColumns(known, layout);
    return {
      columns: arranged.filter(({ hidden }) => !hidden),
      control: { known, arranged, layout, onLayout: setLayout },
    };
  }, [seen, schema, layout]);
  const slow = useDelayedFlag(reading !== undefined);
  const arrangement = arrangementOf(state);
  const more = progress !== undefined && !progress.complete;

  return (
    <>
      <div className={classes.grid}>
        <ItemsGrid
          label="Rows of PartiQL"
          run={state.run}
          columns={columns}
          control={control}
          source={source}
          inPlace={false}
          readOnly
          sort={arrangement.sort}
          onSort={(name, descending) =>
            void resultSet.arrange(sortedBy(arrangement, name, descending))
          }
          onOpen={nothing}
          onEdit={nothing}
          onToggleDeletion={nothing}
          roomBelow={false}
        >
          {progress !== undefined && reading === undefined && progress.rowCount === 0 && (
            <EmptyState
              action={
                more && (
                  <Button onClick={() => void resultSet.loadMore('page')}>Look further</Button>
                )
              }
            >
              {more
                ? 'No row was found so far. There is more to look at.'
                : 'The statement found no row.'}
            </EmptyState>
          )}
        </ItemsGrid>
      </div>
      {error !== undefined && (
        <div className={classes.strip}>
          <ErrorNotice error={error} />
        </div>
      )}
      <div className={classes.bar}>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
        <span role="status" aria-label="Result status" className={classes.count}>
          {progress === undefined ? '' : rowsInWords(progress.rowCount)}
        </span>
        {progress !== undefined && <span className={classes.quiet}>{spentInWords(progress)}</span>}
        {slow && (
          <>
            <Loader size={14} aria-label="Reading" />
            <Button onClick={resultSet.stop}>Stop</Button>
          </>
        )}
        <span className={classes.spacer} />
        {more && (
          <>
            <Button
              disabled={reading !== undefined}
              onClick={() => void resultSet.loadMore('page')}
            >
              Load more
            </Button>
            <Button disabled={reading !== undefined} onClick={() => void resultSet.loadMore('all')}>
              Load all
            </Button>
          </>
        )}
      </div>
    </>
  );
}
