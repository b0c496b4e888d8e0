import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';

const longestName = 200;

export type FavouriteNames = { readonly name: string; readonly folder: string };

type FavouriteDialogProps = {
  readonly title: string;
  /** What the fields begin with. */
  readonly begin: FavouriteNames;
  readonly folders: readonly string[];
  readonly onSave: (names: FavouriteNames) => Promise<unknown>;
  readonly onClose: () => void;
};

/** The name and the folder of a favourite. */
export function FavouriteDialog({ title, begin, folders, onSave, onClose }: FavouriteDialogProps) {
  const [name, setName] = useState(begin.name);
  const [folder, setFolder] = useState(begin.folder);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const problem = name.trim() === '' ? 'Give it a name.' : undefined;

  const save = () => {
    setTried(true);
    if (problem !== undefined) return;
    onSave({ name: name.trim(), folder: folder.trim() }).then(onClose, setError);
  };

  return (
    <Dialog
      title={title}
      opened
      onClose={onClose}
      onSubmit={save}
      size={420}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Save
          </Button>
        </>
      }
    >
      <TextInput
        label="Name"
        data-autofocus
        maxLength={longestName}
        value={name}
        error={tried ? problem : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Autocomplete
        mt={10}
        label="Folder"
        // Not over the buttons.
        comboboxProps={{ position: 'top' }}
        placeholder="none"
        maxLength={longestName}
        data={[...folders]}
        value={folder}
        onChange={setFolder}
      />
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  );
}
