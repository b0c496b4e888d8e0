import { Button } from '@mantine/core';
import { IconDatabase, IconPlus, IconTable } from '@tabler/icons-react';
import type { Connection } from '../../contract/connections.ts';
import { SampleButtons } from '../features/sandbox/sample-buttons.tsx';
import { useTableNames } from '../features/tables/use-table-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { openTable } from './workspace.ts';
import classes from './welcome.module.css';

type WelcomeProps = { readonly connection: Connection; readonly onCreate: () => void };

/** What stands where no table is open: the way to the first one. */
export function Welcome({ connection, onCreate }: WelcomeProps) {
  const { names, complete, error } = useTableNames(connection);
  if (error !== null)
    return (
      <div className={classes.problem}>
        <ErrorNotice error={error} title={`The tables of ${connection.name} cannot be listed`} />
      </div>
    );
  if (names.length === 0 && !complete) return null;
  const { name, kind, region } = connection;
  const isEmpty = names.length === 0;
  return (
    <EmptyState
      icon={
        isEmpty ? <IconDatabase size={32} stroke={1.3} /> : <IconTable size={32} stroke={1.3} />
      }
      action={
        <>
          {isEmpty && (
            // Named apart from the button in the sidebar: two buttons of one name would be a riddle.
            <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={onCreate}>
              Create your first table
            </Button>
          )}
          {/* In one place whatever is listed: a sample's table is there before all of its items. */}
          {kind === 'sandbox' && <SampleButtons present={names} onLoaded={openTable} />}
        </>
      }
    >
      {isEmpty ? emptyWords(kind, name, region) : 'Choose a table at the left to see its items.'}
    </EmptyState>
  );
}

function emptyWords(kind: Connection['kind'], name: string, region: string): string {
  if (kind !== 'sandbox') return `${name} has no tables in ${region}.`;
  return (
    'The sandbox is a DynamoDB of your own on this computer: no account, no cost. ' +
    'It has no tables yet; make one, or begin with a sample.'
  );
}
