import { Button } from '@mantine/core';
import { IconHistory, IconStar } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { KeptRequest } from '../../../contract/library.ts';
import { useClient } from '../../client/client-context.tsx';
import { count } from '../../ui/amounts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { EntryList } from './entry-list.tsx';
import { FavouriteDialog } from './favourite-dialog.tsx';
import type { FavouriteNames } from './favourite-dialog.tsx';
import { historyRows } from './library-rows.ts';
import type { Entry } from './library-rows.ts';
import classes from './library.module.css';
import { foldersOf, useFavourites, useHistory, useLibraryChange } from './use-library.ts';

export type LibraryPanelProps = {
  /** What is searched; empty for all. */
  readonly text: string;
  readonly onRestore: (read: () => Promise<KeptRequest>) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** Every run, the newest first. */
export function HistoryPanel({ text, onRestore, onError }: LibraryPanelProps) {
  const { library } = useClient();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useHistory(text);
  const [now] = useState(() => Date.now());
  const [starred, setStarred] = useState<Entry>();
  const [clearing, setClearing] = useState(false);
  const runs = useMemo(() => data?.pages.flatMap((page) => page.runs) ?? [], [data]);
  const rows = useMemo(
    () => historyRows(runs, Math.max(now, runs[0]?.startedAt ?? 0)),
    [runs, now],
  );
  const { mutateAsync: forget } = useLibraryChange((id: number | undefined) =>
    library.forget({ id }),
  );
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (error !== null)
    return (
      <div className={classes.problem}>
        <ErrorNotice error={error} title="The history cannot be read" />
      </div>
    );
  if (data === undefined) return null;
  const total = data.pages[0]?.total ?? 0;
  if (total === 0)
    return (
      <EmptyState icon={<IconHistory size={32} stroke={1.3} />}>
        {text === ''
          ? 'What you run and send is kept here, to be found and filled in again.'
          : 'No run holds these words.'}
      </EmptyState>
    );
  return (
    <>
      <div className={classes.summary}>
        <output>{count(total, 'run')}</output>
        <Button variant="subtle" onClick={() => setClearing(true)}>
          Clear history…
        </Button>
      </div>
      <EntryList
        label="Runs"
        rows={rows}
        onEnd={onEnd}
        onRestore={({ key }) =>
          void onRestore(async () => (await library.readRun({ id: Number(key) })).request)
        }
        onRemove={({ key }) => void forget(Number(key)).catch(onError)}
      >
        {(entry, tabIndex) => (
          <IconButton
            label="Add to favourites"
            tabIndex={tabIndex}
            disabled={!entry.restorable}
            onClick={() => setStarred(entry)}
          >
            <IconStar size={16} stroke={1.6} />
          </IconButton>
        )}
      </EntryList>
      {starred !== undefined && (
        <StarDialog entry={starred} onClose={() => setStarred(undefined)} />
      )}
      <Dialog
        title="Clear the history?"
        opened={clearing}
        onClose={() => setClearing(false)}
        onSubmit={() => {
          setClearing(false);
          forget(undefined).catch(onError);
        }}
        footer={
          <>
            <Button onClick={() => setClearing(false)}>Cancel</Button>
            <Button type="submit" variant="filled" color="red">
              Clear
            </Button>
          </>
        }
      >
        All runs are removed from this computer, not only those that are found at present.
        Favourites stay.
      </Dialog>
    </>
  );
}

type StarDialogProps = { readonly entry: Entry; readonly onClose: () => void };

/** Makes a favourite of a run. */
function StarDialog({ entry, onClose }: StarDialogProps) {
  const { library } = useClient();
  const { data } = useFavourites();
  const { mutateAsync: add } = useLibraryChange(async (names: FavouriteNames) => {
    const { request } = await library.readRun({ id: Number(entry.key) });
    return await library.addFavourite({ ...names, request });
  });
  const { tableName = '', words } = entry.request;
  const begin = [tableName, words].filter(Boolean).join(': ').slice(0, 80);
  return (
    <FavouriteDialog
      title="Add to favourites"
      begin={{ name: begin, folder: '' }}
      folders={foldersOf(data?.favourites ?? [])}
      onSave={async (names) => {
        await add(names);
        notifyDone(`${names.name} is among your favourites.`);
      }}
      onClose={onClose}
    />
  );
}
