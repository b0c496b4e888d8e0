import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { closeTable, openTable, partiqlTab, tabsOf, useWorkspace } from './workspace.ts';
import classes from './table-tabs.module.css';

/**
 * The open tables. Closed by the cross, the middle button, or Delete on the focused tab; the cross
 * is not a stop of its own for the keyboard, as the pattern for tabs has it.
 */
export function TableTabs({ connectionId }: { connectionId: string }) {
  const names = useWorkspace(useShallow((state) => tabsOf(state, connectionId)));
  const activeTable = useWorkspace((state) => state.activeTable);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const tabs = list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [];
    const shown = [...tabs].find((tab) => tab.title === activeTable);
    shown?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [activeTable]);

  const focusTab = (index: number) => {
    const tabs = list.current?.querySelectorAll<HTMLElement>('[role="tab"]');
    tabs?.[(index + names.length) % names.length]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, name: string, index: number) => {
    if (event.key === 'ArrowRight') focusTab(index + 1);
    else if (event.key === 'ArrowLeft') focusTab(index - 1);
    else if (event.key === 'Delete') closeTable(name);
    else if (event.key === 'Enter' || event.key === ' ') openTable(name);
    else return;
    event.preventDefault();
  };

  if (names.length === 0) return null;
  return (
    <div className={classes.tabs} role="tablist" aria-label="Open tables" ref={list}>
      {names.map((name, index) => (
        <div
          key={name}
          className={classes.tab}
          role="tab"
          aria-selected={name === activeTable}
          aria-keyshortcuts="Delete"
          tabIndex={name === activeTable ? 0 : -1}
          title={name}
          onClick={() => openTable(name)}
          onAuxClick={(event) => event.button === 1 && closeTable(name)}
          onKeyDown={(event) => onKeyDown(event, name, index)}
        >
          <span className={classes.name}>{name === partiqlTab ? 'PartiQL' : name}</span>
          <span
            className={classes.close}
            title={`Close ${name}`}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              closeTable(name);
            }}
          >
            <IconX size={13} />
          </span>
        </div>
      ))}
    </div>
  );
}
