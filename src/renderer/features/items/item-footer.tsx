import { Button } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { itemSize } from '../../../domain/item-size.ts';
import { capacityInWords } from './capacity.ts';
import { readDraft } from './item-draft.ts';
import type { ItemDraft } from './item-draft.ts';
import classes from './item-dialog.module.css';
import type { ItemEditor } from './use-item-editor.ts';

type ItemFooterProps = {
  editor: ItemEditor;
  /** The user wants to close and has not saved: asked once. */
  leaving: boolean;
  onLeave: () => void;
  onStay: () => void;
};

/** The size and the buttons; questions are asked here, where the button was. */
export function ItemFooter({ editor, leaving, onLeave, onStay }: ItemFooterProps) {
  const [deleting, setDeleting] = useState(false);
  if (leaving) {
    return (
      <Question words="There are changes that are not saved.">
        <Button onClick={onStay}>Go on editing</Button>
        <Button color="red" variant="filled" onClick={onLeave}>
          Discard them
        </Button>
      </Question>
    );
  }
  if (deleting) {
    return (
      <Question words="Delete this item from the table?">
        <Button onClick={() => setDeleting(false)}>Keep it</Button>
        <Button
          color="red"
          variant="filled"
          loading={editor.busy}
          onClick={() => {
            setDeleting(false);
            void editor.remove();
          }}
        >
          Delete
        </Button>
      </Question>
    );
  }
  return (
    <div className={classes.footer}>
      <ItemSize draft={editor.draft} />
      {editor.original !== undefined && (
        <Button disabled={editor.busy} onClick={() => setDeleting(true)}>
          Delete item
        </Button>
      )}
      <Button variant="filled" loading={editor.busy} onClick={() => void editor.save()}>
        Save
      </Button>
    </div>
  );
}

function Question({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <div className={classes.footer} role="alert">
      <span className={classes.size}>{words}</span>
      {children}
    </div>
  );
}

/** Counted a little later than typed: an item may have 400 KB. */
function ItemSize({ draft }: { draft: ItemDraft }) {
  const read = readDraft(useDeferredValue(draft));
  return (
    <span className={classes.size}>{read.ok ? capacityInWords(itemSize(read.item)) : ''}</span>
  );
}
