import { ActionIcon, Drawer, Tabs } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { describeProblem } from '../../ui/code-editor-problem.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { ConflictView } from '../staging/conflict-view.tsx';
import type { ItemAccess } from '../staging/item-access.ts';
import { InputProblemsProvider } from '../values/input-problems.tsx';
import { previewOf } from '../values/value-preview.ts';
import classes from './item-dialog.module.css';
import { itemTabs } from './item-draft.ts';
import type { ItemTab } from './item-draft.ts';
import { ItemFooter } from './item-footer.tsx';
import type { FooterQuestion } from './item-footer.tsx';
import { ItemForm } from './item-form.tsx';
import { keysFirst, startingItem } from './starting-item.ts';
import { useItemEditor } from './use-item-editor.ts';
import type { ItemEditor, SaveWay } from './use-item-editor.ts';

/** What the dialog is opened for. */
export type ItemSubject = {
  /** Another one with each opening. */
  readonly id: number;
  /** The row of the grid; undefined where an item is to be added. */
  readonly rowKey?: string | undefined;
  /** The item as it was read; undefined for one to be added. */
  readonly original: Item | undefined;
  /** The item with what is staged for it. */
  readonly start?: Item | undefined;
  /** Why a new row cannot be written as it is. */
  readonly problem?: string | undefined;
};

type OnItem = (subject: ItemSubject, before: Item | undefined, now: Item | undefined) => void;

type ItemDialogProps = {
  access: ItemAccess;
  table: TableDescription;
  subject: ItemSubject;
  /** The name of a connection that wants to be asked before each write. */
  askBefore: string | undefined;
  onClose: () => void;
  onStage: (subject: ItemSubject, edited: Item | undefined) => void;
  onWritten: OnItem;
  onSeen: OnItem;
};

const tabLabels: Readonly<Record<ItemTab, string>> = {
  form: 'Form',
  json: 'JSON',
  'dynamodb-json': 'DynamoDB JSON',
};

/** One item in a drawer: as a form, as plain JSON, as DynamoDB JSON. */
export function ItemDialog(props: ItemDialogProps) {
  const { access, table, subject, askBefore, onClose } = props;
  const { schema } = access;
  const { original } = subject;
  const start = keysFirst(subject.start ?? original ?? startingItem(schema), schema);
  const editor = useItemEditor({
    access,
    table,
    original,
    start,
    isStaged: subject.start !== undefined,
    onStage: (before, edited) => props.onStage({ ...subject, original: before }, edited),
    onWritten: (before, item) => props.onWritten(subject, before, item),
    onSeen: (before, item) => props.onSeen(subject, before, item),
    onClose,
  });
  const [question, setQuestion] = useState<FooterQuestion>();
  const askToClose = () => (editor.isChanged() ? setQuestion('leave') : onClose());
  const save = (way: SaveWay, locked = editor.keyLocked) => {
    if (locked && editor.isMoved()) setQuestion(way === 'stage' ? 'move' : 'move-now');
    else if (way === 'write' && askBefore !== undefined) setQuestion('write');
    else void editor.save(way);
  };
  useFocusReturn();

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || (event.key !== 'Enter' && event.key !== 's')) return;
    event.preventDefault();
    if (editor.conflict === undefined) save('stage');
  };

  return (
    <Drawer.Root
      opened
      onClose={askToClose}
      position="right"
      size={540}
      closeOnClickOutside={false}
    >
      <Drawer.Overlay backgroundOpacity={0.2} />
      <Drawer.Content
        aria-label="Item"
        classNames={{ content: classes.content ?? '' }}
        onKeyDown={onKeyDown}
      >
        <div className={classes.header}>
          <h2 className={classes.title}>{titleOf(editor.original, schema)}</h2>
          <ActionIcon aria-label="Close" onClick={askToClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        <EditorTabs editor={editor} schema={schema} problem={subject.problem} />
        <Notices editor={editor} />
        {editor.conflict === undefined && (
          <ItemFooter
            editor={editor}
            question={question}
            connectionName={askBefore ?? ''}
            onAsk={setQuestion}
            onSave={(way) => save(way)}
            onMove={(way) => save(way, false)}
            onClose={onClose}
          />
        )}
      </Drawer.Content>
    </Drawer.Root>
  );
}

function titleOf(item: Item | undefined, schema: KeySchema): string {
  if (item === undefined) return 'New item';
  const key = keyNames(schema).map((name) => {
    const value = getAttribute(item, name);
    return value === undefined ? '' : previewOf(value).text;
  });
  return `Item · ${key.join(' / ')}`;
}

type EditorTabsProps = { editor: ItemEditor; schema: KeySchema; problem: string | undefined };

function EditorTabs({ editor, schema, problem: keyProblem }: EditorTabsProps) {
  const { draft, conflict, problem } = editor;
  if (conflict !== undefined) {
    return (
      <div className={classes.body}>
        <ConflictView
          conflict={conflict}
          busy={editor.busy}
          onOverwrite={() => void editor.overwrite()}
          onMerge={(merged) => void editor.merge(merged)}
          onTakeTheirs={editor.takeTheirs}
          onBack={editor.keepEditing}
        />
      </div>
    );
  }
  return (
    <Tabs
      className={classes.tabs}
      value={draft.tab}
      keepMounted={false}
      onChange={(next) => {
        const tab = itemTabs.find((other) => other === next);
        if (tab !== undefined) editor.switchTab(tab);
      }}
    >
      <Tabs.List className={classes.tabList}>
        {itemTabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {tabLabels[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={draft.tab} className={classes.body}>
        {draft.tab === 'form' ? (
          <InputProblemsProvider value={editor.reportProblem}>
            <ItemForm
              schema={schema}
              rows={draft.rows}
              onChange={(rows) => editor.changeDraft({ tab: 'form', rows })}
              isNew={editor.original === undefined}
              keyLocked={editor.keyLocked}
              onChangeKey={editor.unlockKey}
              keyProblem={keyProblem}
              invalidRow={problem?.rowId}
            />
          </InputProblemsProvider>
        ) : (
          <>
            <CodeEditor
              key={draft.tab}
              label={tabLabels[draft.tab]}
              language="json"
              lineNumbers
              minHeight={240}
              maxHeight={window.innerHeight - 230}
              value={draft.text}
              problem={problem}
              onChange={(text) => editor.changeDraft({ ...draft, text })}
            />
            {!draft.lossless && (
              <p className={classes.hint}>
                Sets stand here as lists and binary as base64. They keep their types when saved.
              </p>
            )}
          </>
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function Notices({ editor }: { editor: ItemEditor }) {
  const { problem, error, draft } = editor;
  // The code editor says what is wrong with its text itself.
  const words =
    problem !== undefined && draft.tab === 'form' ? describeProblem(problem) : undefined;
  if (words === undefined && error === undefined) return null;
  return (
    <div className={classes.notices}>
      {words !== undefined && (
        <div className={classes.problem} role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" />
          {words}
        </div>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
    </div>
  );
}
