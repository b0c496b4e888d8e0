import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';
import { itemSize } from '../../../domain/item-size.ts';
import { capacityInWords } from './capacity.ts';
import { readDraft } from './item-draft.ts';
import type { ItemDraft } from './item-draft.ts';
import classes from './item-dialog.module.css';
import { moveWords } from './move-words.ts';
import type { ItemEditor, SaveWay } from './use-item-editor.ts';

/** What is asked at the foot of the dialog, where the button was. */
export type FooterQuestion = 'leave' | 'write' | 'move' | 'move-now' | undefined;

type ItemFooterProps = {
  editor: ItemEditor;
  question: FooterQuestion;
  connectionName: string;
  onAsk: (question: FooterQuestion) => void;
  onSave: (way: SaveWay) => void;
  /** Saves although it is a move. */
  onMove: (way: SaveWay) => void;
  onClose: () => void;
};

/** The size and the buttons, or a question that one of them made. */
export function ItemFooter(props: ItemFooterProps) {
  const { editor, question, connectionName, onAsk, onSave, onMove, onClose } = props;
  const answer = (act: () => unknown) => () => {
    onAsk(undefined);
    void act();
  };
  if (question === 'leave') {
    return (
      <Question words="There are changes that are not saved.">
        <Button onClick={answer(() => undefined)}>Go on editing</Button>
        <Button color="red" variant="filled" onClick={answer(onClose)}>
          Discard them
        </Button>
      </Question>
    );
  }
  if (question === 'move' || question === 'move-now') {
    const way = question === 'move' ? 'stage' : 'write';
    return (
      <Question words={moveWords}>
        <Button onClick={answer(() => undefined)}>Go on editing</Button>
        <Button
          variant="filled"
          onClick={() => {
            onAsk(undefined);
            editor.unlockKey();
            onMove(way);
          }}
        >
          Delete and put
        </Button>
      </Question>
    );
  }
  if (question === 'write') {
    return (
      <Question words={`${connectionName} asks before anything is written to it.`}>
        <Button onClick={answer(() => undefined)}>Cancel</Button>
        <Button variant="filled" onClick={answer(() => editor.save('write'))}>
          Write
        </Button>
      </Question>
    );
  }
  return (
    <div className={classes.footer} data-rows>
      <ItemSize draft={editor.draft} />
      {editor.canRemove && (
        <Button disabled={editor.busy} onClick={editor.remove}>
          Delete item
        </Button>
      )}
      <span className={classes.spacer} />
      <Button loading={editor.busy} onClick={() => onSave('write')}>
        Write now
      </Button>
      <Button variant="filled" disabled={editor.busy} onClick={() => onSave('stage')}>
        Save
      </Button>
    </div>
  );
}

function Question({ words, children }: { words: string; children: ReactNode }) {
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
    <span className={classes.size}>
      {read.ok ? capacityInWords(itemSize(read.item)) : ''}
      <span className={classes.saves}>Save adds it to the staged changes.</span>
    </span>
  );
}
