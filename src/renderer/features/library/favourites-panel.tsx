import { Button } from '@mantine/core';
import { IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useClient } from '../../client/client-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { EntryList } from './entry-list.tsx';
import { FavouriteDialog } from './favourite-dialog.tsx';
import type { LibraryPanelProps } from './history-panel.tsx';
import { favouriteRows } from './library-rows.ts';
import classes from './library.module.css';
import { foldersOf, useFavourites, useLibraryChange } from './use-library.ts';

/** What the user keeps by name, in folders. */
export function FavouritesPanel({ text, onRestore, onError }: LibraryPanelProps) {
  const { library } = useClient();
  const { data, error } = useFavourites();
  const [changed, setChanged] = useState<string>();
  const [removed, setRemoved] = useState<string>();
  const favourites = useMemo(() => data?.favourites ?? [], [data]);
  const rows = useMemo(() => favouriteRows(favourites, text), [favourites, text]);
  const { mutateAsync: change } = useLibraryChange(library.changeFavourite);
  const { mutateAsync: remove } = useLibraryChange((id: string) => library.removeFavourite({ id }));
  const find = (id: string | undefined) => favourites.find((one) => one.id === id);
  const [toChange, toRemove] = [find(changed), find(removed)];

  if (error !== null)
    return (
      <div className={classes.problem}>
        <ErrorNotice error={error} title="The favourites cannot be read" />
      </div>
    );
  if (data === undefined) return null;
  if (rows.length === 0)
    return (
      <EmptyState icon={<IconStar size={32} stroke={1.3} />}>
        {favourites.length === 0
          ? 'Star a run in the history to keep it here under a name.'
          : 'No favourite holds these words.'}
      </EmptyState>
    );
  return (
    <>
      <EntryList
        label="Favourites"
        rows={rows}
        onRestore={({ key }) =>
          void onRestore(async () => (await library.readFavourite({ id: key })).request)
        }
        onRemove={({ key }) => setRemoved(key)}
      >
        {({ key }, tabIndex) => (
          <>
            <IconButton label="Rename or move" tabIndex={tabIndex} onClick={() => setChanged(key)}>
              <IconPencil size={16} stroke={1.6} />
            </IconButton>
            <IconButton
              label="Delete favourite"
              tabIndex={tabIndex}
              onClick={() => setRemoved(key)}
            >
              <IconTrash size={16} stroke={1.6} />
            </IconButton>
          </>
        )}
      </EntryList>
      {toChange !== undefined && (
        <FavouriteDialog
          title="Rename or move"
          begin={toChange}
          folders={foldersOf(favourites)}
          onSave={(names) => change({ id: toChange.id, ...names })}
          onClose={() => setChanged(undefined)}
        />
      )}
      {toRemove !== undefined && (
        <Dialog
          title={`Delete ${toRemove.name}?`}
          opened
          onClose={() => setRemoved(undefined)}
          onSubmit={() => {
            setRemoved(undefined);
            remove(toRemove.id).catch(onError);
          }}
          footer={
            <>
              <Button onClick={() => setRemoved(undefined)}>Cancel</Button>
              <Button type="submit" variant="filled" color="red" data-autofocus>
                Delete
              </Button>
            </>
          }
        >
          The favourite is removed. What it was made from stays in the history.
        </Dialog>
      )}
    </>
  );
}
