import { Button } from '@mantine/core';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { ItemAccess } from '../staging/item-access.ts';
import { ItemDialog } from './item-dialog.tsx';
import { moveWords } from './move-words.ts';
import type { ItemActs } from './use-item-acts.ts';

type ItemDialogsProps = {
  connection: Connection;
  table: TableDescription;
  access: ItemAccess;
  acts: ItemActs;
};

/** The item that is open, and what is asked before a key is changed. */
export function ItemDialogs({ connection, table, access, acts }: ItemDialogsProps) {
  const { subject, askedMoves, answerMoves } = acts;
  return (
    <>
      {subject !== undefined && (
        <ItemDialog
          key={subject.id}
          access={access}
          table={table}
          subject={subject}
          askBefore={connection.guard === 'confirm-writes' ? connection.name : undefined}
          onClose={acts.closeItem}
          onStage={acts.stageItem}
          onWritten={acts.written}
          onSeen={acts.seen}
        />
      )}
      <Dialog
        title="Change key"
        size={440}
        opened={askedMoves !== undefined}
        onClose={() => answerMoves(false)}
        onSubmit={() => answerMoves(true)}
        footer={
          <>
            <Button onClick={() => answerMoves(false)}>Keep the key</Button>
            <Button variant="filled" type="submit" data-autofocus>
              Delete and put
            </Button>
          </>
        }
      >
        {moveWords}
      </Dialog>
    </>
  );
}
