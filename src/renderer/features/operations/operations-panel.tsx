import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { AttributesField } from './attributes-field.tsx';
import { BuildDialog } from './builder/build-dialog.tsx';
import { ConfirmWrite } from './confirm-write.tsx';
import { ExpressionFields } from './expression-fields.tsx';
import { keepDraft } from './kept-draft.ts';
import { isOffered, keyText } from './operation-draft.ts';
import type { OperationOptions } from './operation-draft.ts';
import { buildOperation } from './operation-request.ts';
import classes from './operations-panel.module.css';
import { RequestPreview } from './request-preview.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { SendBar } from './send-bar.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

const operationOptions = [
  { value: 'PutItem', label: 'Put' },
  { value: 'GetItem', label: 'Get' },
  { value: 'UpdateItem', label: 'Update' },
  { value: 'DeleteItem', label: 'Delete' },
] as const;

type OperationsPanelProps = {
  readonly connection: Connection;
  readonly table: TableDescription;
  /** The key of the row in focus: it is offered, and never takes the place of what was typed. */
  readonly initialKey?: AttributeMap | undefined;
  /** An item was written. */
  readonly onChanged: () => void;
};

/** One item at a time, as the API has it: Put, Get, Update, Delete. */
export function OperationsPanel(props: OperationsPanelProps) {
  const { connection, table, initialKey, onChanged } = props;
  const offered = initialKey && keyText(initialKey);
  const [draft, change] = useDraft(connection.id, table, offered);
  const { sent, send } = useSend(connection, onChanged);
  // Problems are shown from the first try on, not while the first words are typed.
  const [attempt, setAttempt] = useState(0);
  const [codeOpened, setCodeOpened] = useState(false);
  const [building, setBuilding] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const form = useRef<HTMLElement>(null);

  const { operation } = draft;
  const options = draft.options[operation];
  const built = useMemo(() => buildOperation(draft, table), [draft, table]);
  const problems = attempt > 0 && !built.ok ? built.problems : {};
  const isWrite = operation !== 'GetItem';
  const refusal =
    isWrite && connection.guard === 'read-only' ? 'This connection is read-only.' : undefined;

  const changeOptions = (changed: Partial<OperationOptions>) =>
    change({ options: { ...draft.options, [operation]: { ...options, ...changed } } });

  const sendNow = () => {
    setConfirming(false);
    if (!built.ok) return;
    setAttempt(0);
    void send(operation, built.request, keepDraft(draft));
  };
  const trySend = () => {
    if (refusal !== undefined || sent.state === 'sending') return;
    if (!built.ok) setAttempt((count) => count + 1);
    else if (isWrite && connection.guard === 'confirm-writes') setConfirming(true);
    else sendNow();
  };

  // Whoever sent by keyboard is taken to the first field that is wrong.
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    trySend();
  };

  const subject = operation === 'PutItem' ? 'item' : 'key';
  return (
    <div className={classes.panel}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the fields in it */}
      <section
        className={classes.operation}
        aria-label="Operation"
        ref={form}
        onKeyDown={onKeyDown}
      >
        <Segmented
          label="Operation"
          options={operationOptions}
          value={operation}
          onChange={(picked) => {
            setAttempt(0);
            change({ operation: picked });
          }}
          fullWidth
        />
        <AttributesField
          key={subject}
          label={subject === 'item' ? 'Item' : 'Key'}
          value={draft[subject]}
          onChange={(value) => change({ [subject]: value })}
          problem={problems[subject]}
          minHeight={subject === 'item' ? 86 : 48}
        />
        {subject === 'key' && offered !== undefined && !isOffered(draft, offered) && (
          <Button
            variant="subtle"
            className={classes.build}
            onClick={() => change({ key: { text: offered }, offeredKey: offered })}
          >
            Use the key of the row
          </Button>
        )}
        <ExpressionFields
          key={operation}
          operation={operation}
          partitionKey={table.partitionKey.name}
          options={options}
          onChange={changeOptions}
          problems={problems}
          attempt={attempt}
          onBuild={() => setBuilding(true)}
        />
        <SendBar
          operation={operation}
          returnValues={options.returnValues}
          onReturnValues={(returnValues) => changeOptions({ returnValues })}
          codeOpened={codeOpened}
          onToggleCode={() => setCodeOpened(!codeOpened)}
          onSend={trySend}
          sending={sent.state === 'sending'}
          refusal={refusal}
        />
        {codeOpened && (
          <RequestPreview
            connection={connection}
            operation={operation}
            request={built.ok ? built.request : undefined}
          />
        )}
      </section>
      <ResponsePanel sent={sent} keys={table} />
      <BuildDialog
        operation={operation}
        options={options}
        opened={building}
        onClose={() => setBuilding(false)}
        onChange={changeOptions}
      />
      <ConfirmWrite
        connectionName={connection.name}
        what={`${operation} in ${table.tableName}`}
        opened={confirming}
        onClose={() => setConfirming(false)}
        onConfirm={sendNow}
      />
    </div>
  );
}
