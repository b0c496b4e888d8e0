import { Button, Tabs } from '@mantine/core';
import {
  IconEraser,
  IconFileImport,
  IconLayoutSidebarRight,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { TableDescription } from '../../../contract/tables.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { StatusBadge, TableBadges } from './table-badges.tsx';
import type { TableCommands } from './use-table-commands.ts';
import classes from './table-header.module.css';

type TableHeaderProps = {
  readonly table: TableDescription;
  readonly commands: TableCommands;
  /** False while the table is being created or deleted. */
  readonly usable: boolean;
  readonly operationsOpened: boolean;
  /** Why nothing can be deleted; undefined where it can. */
  readonly readOnly: string | undefined;
};

/** The name of the table, what it is, and what can be done to it: one line. */
export function TableHeader(props: TableHeaderProps) {
  const { table, commands, usable, operationsOpened, readOnly } = props;
  return (
    <div className={classes.header}>
      <h1 className={classes.title} title={table.tableName}>
        {table.tableName}
      </h1>
      <Tabs.List className={classes.tabs}>
        <Tabs.Tab value="items">Items</Tabs.Tab>
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
      </Tabs.List>
      <StatusBadge status={table.status} />
      <div className={classes.badges}>
        <TableBadges table={table} />
      </div>
      <div className={classes.actions}>
        <Button
          leftSection={<IconPlus size={16} />}
          disabled={!usable}
          onClick={commands.addItem.run}
        >
          Add item
        </Button>
        <Button
          leftSection={<IconFileImport size={16} />}
          disabled={!usable}
          onClick={commands.importFile.run}
        >
          Import
        </Button>
        <Button
          leftSection={<IconLayoutSidebarRight size={16} />}
          disabled={!usable}
          aria-pressed={operationsOpened}
          className={classes.toggle}
          onClick={commands.toggleOperations.run}
        >
          Operations
        </Button>
        <IconButton
          label="Delete all items"
          description={readOnly}
          className={classes.delete}
          disabled={!usable || readOnly !== undefined}
          onClick={commands.truncate.run}
        >
          <IconEraser size={16} />
        </IconButton>
        <IconButton
          label="Delete table"
          className={classes.delete}
          disabled={!usable}
          onClick={commands.deleteTable.run}
        >
          <IconTrash size={16} />
        </IconButton>
      </div>
    </div>
  );
}
