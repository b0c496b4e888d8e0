import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Connection } from '../../contract/connections.ts';
import { filterNames } from '../features/tables/filter-names.ts';
import { TableList } from '../features/tables/table-list.tsx';
import { tableKey } from '../features/tables/use-table.ts';
import { useTableNames } from '../features/tables/use-table-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { fullCount } from '../ui/numbers.ts';
import { useCommandById } from './command-registry.ts';
import { hashOfTable } from './route.ts';
import { showTableAgain, useWorkspace } from './workspace.ts';
import classes from './sidebar.module.css';

/** The tables of the connection: filter, list, and a way to make another. */
export function Sidebar({ connection }: { connection: Connection | undefined }) {
  const activeTable = useWorkspace((state) => state.activeTable);
  const queryClient = useQueryClient();
  const createTable = useCommandById('create-table');
  const [filter, setFilter] = useState('');
  const { names, complete, loading, error, refresh } = useTableNames(connection);
  const asked = useDeferredValue(filter);
  const shown = useMemo(() => filterNames(names, asked), [names, asked]);

  return (
    <aside className={classes.sidebar}>
      <div className={classes.filter}>
        <TextInput
          type="search"
          aria-label="Filter tables"
          placeholder="Filter tables"
          leftSection={<IconSearch size={15} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <div className={classes.heading}>
        <output>{countText(shown.length, names.length, complete)}</output>
        <IconButton
          label="Refresh tables"
          size={22}
          loading={loading && !complete}
          onClick={() => void refresh()}
        >
          <IconRefresh size={14} />
        </IconButton>
      </div>
      {error !== null && (
        <div className={classes.problem} title={error.message}>
          The tables could not be listed.
          <Button fullWidth onClick={() => void refresh()}>
            Try again
          </Button>
        </div>
      )}
      {connection !== undefined && (
        <TableList
          connectionId={connection.id}
          names={shown}
          activeTable={activeTable}
          hrefOf={hashOfTable}
          onAgain={() => {
            if (activeTable === undefined) return;
            void queryClient.invalidateQueries({ queryKey: tableKey(connection.id, activeTable) });
            showTableAgain();
          }}
        />
      )}
      <div className={classes.bottom}>
        <Button
          fullWidth
          leftSection={<IconPlus size={16} />}
          disabled={connection?.ready !== true}
          onClick={createTable?.run}
        >
          Create table
        </Button>
      </div>
    </aside>
  );
}

function countText(shown: number, all: number, complete: boolean): string {
  const counted = complete ? fullCount(all) : `${fullCount(all)}…`;
  if (all === 0 && !complete) return 'Tables';
  return shown === all ? `Tables · ${counted}` : `Tables · ${fullCount(shown)} of ${counted}`;
}
