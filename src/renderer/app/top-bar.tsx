import { UnstyledButton } from '@mantine/core';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconHistory,
  IconSearch,
  IconSql,
  IconSettings,
  IconContrast,
} from '@tabler/icons-react';
import type { Connection } from '../../contract/connections.ts';
import { ConnectionPicker } from '../features/connections/connection-picker.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { shortcutText } from '../ui/shortcut.ts';
import { useCommandById } from './command-registry.ts';
import { forgetConnection, openDialog, showConnection, useWorkspace } from './workspace.ts';
import classes from './top-bar.module.css';

/** The bar along the top: where we are connected, and how to get anywhere. */
export function TopBar({ connection }: { connection: Connection | undefined }) {
  const folded = useWorkspace((state) => state.sidebarFolded);
  const fold = useCommandById('fold-sidebar');
  const partiql = useCommandById('partiql');
  const palette = useCommandById('palette');
  const scheme = useCommandById('toggle-colour-scheme');
  const history = useCommandById('history');
  const settings = useCommandById('settings');
  return (
    <header className={classes.bar}>
      <IconButton label={folded ? 'Show tables' : 'Hide tables'} onClick={fold?.run}>
        {folded ? (
          <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
        ) : (
          <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
        )}
      </IconButton>
      <span className={classes.logo}>
        Sort<span>key</span>
      </span>
      <ConnectionPicker
        connection={connection}
        onShow={showConnection}
        onAdd={() => openDialog('add-connection')}
        onRemoved={forgetConnection}
        onSandbox={() => openDialog('sandbox')}
      />
      <div className={classes.gap} />
      <UnstyledButton
        className={classes.search}
        aria-label="Command palette"
        onClick={palette?.run}
      >
        <IconSearch size={15} aria-hidden />
        <span className={classes.hint}>Search tables, commands…</span>
        <kbd>{shortcutText(palette?.keys ?? '')}</kbd>
      </UnstyledButton>
      <IconButton label="PartiQL editor" onClick={partiql?.run}>
        <IconSql size={18} stroke={1.6} />
      </IconButton>
      <IconButton label="History" keys={shortcutText(history?.keys ?? '')} onClick={history?.run}>
        <IconHistory size={18} stroke={1.6} />
      </IconButton>
      <IconButton label="Toggle colour scheme" onClick={scheme?.run}>
        <IconContrast size={18} stroke={1.6} />
      </IconButton>
      <IconButton label="Settings" onClick={settings?.run}>
        <IconSettings size={18} stroke={1.6} />
      </IconButton>
    </header>
  );
}
