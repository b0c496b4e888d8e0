import { ActionIcon, Drawer, Tabs, TextInput } from '@mantine/core';
import { IconHistory, IconSearch, IconStar, IconX } from '@tabler/icons-react';
import { useDeferredValue, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { KeptRequest } from '../../../contract/library.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { FavouritesPanel } from './favourites-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import classes from './library.module.css';

export type LibraryTab = 'history' | 'favourites';

type LibraryDrawerProps = {
  readonly tab: LibraryTab;
  readonly onTab: (tab: LibraryTab) => void;
  readonly onClose: () => void;
  /** Fills the form in that the request came from; throws where it cannot, in words. */
  readonly onRestore: (request: KeptRequest) => Promise<void>;
};

/** What was run, and what is worth running again: found, and brought back into its form. */
export function LibraryDrawer({ tab, onTab, onClose, onRestore }: LibraryDrawerProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const content = useRef<HTMLDivElement>(null);
  // As it is typed: what is found follows a moment later.
  const searched = useDeferredValue(text.trim());
  useFocusReturn();

  const restore = async (read: () => Promise<KeptRequest>) => {
    try {
      setError(undefined);
      await onRestore(await read());
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    content.current?.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
  };
  const shared = { text: searched, onRestore: restore, onError: setError };

  return (
    <Drawer.Root opened onClose={onClose} position="right" size={600}>
      <Drawer.Overlay backgroundOpacity={0.2} />
      <Drawer.Content
        ref={content}
        aria-label="History"
        classNames={{ content: classes.content ?? '' }}
      >
        <div className={classes.header}>
          <h2 className={classes.title}>History and favourites</h2>
          <ActionIcon aria-label="Close" onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        <Tabs
          className={classes.tabs}
          value={tab}
          keepMounted={false}
          onChange={(picked) => onTab(picked === 'favourites' ? 'favourites' : 'history')}
        >
          <Tabs.List className={classes.tabList}>
            <Tabs.Tab value="history" leftSection={<IconHistory size={15} />}>
              History
            </Tabs.Tab>
            <Tabs.Tab value="favourites" leftSection={<IconStar size={15} />}>
              Favourites
            </Tabs.Tab>
          </Tabs.List>
          <div className={classes.search}>
            <TextInput
              data-autofocus
              type="search"
              aria-label="Search the library"
              placeholder="Table, index, condition, kind…"
              leftSection={<IconSearch size={15} />}
              value={text}
              maxLength={1_000}
              onKeyDown={onKeyDown}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </div>
          {error !== undefined && (
            <div className={classes.problem}>
              <ErrorNotice error={error} />
            </div>
          )}
          <Tabs.Panel value="history" className={classes.panel}>
            <HistoryPanel {...shared} />
          </Tabs.Panel>
          <Tabs.Panel value="favourites" className={classes.panel}>
            <FavouritesPanel {...shared} />
          </Tabs.Panel>
        </Tabs>
      </Drawer.Content>
    </Drawer.Root>
  );
}
