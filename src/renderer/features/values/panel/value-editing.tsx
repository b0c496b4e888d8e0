import { Button, Tabs, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { AttributeValue } from '../../../../domain/attribute-value.ts';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import { describeProblem } from '../../../ui/code-editor-problem.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { InputProblemsProvider } from '../input-problems.tsx';
import { ValueInput } from '../value-input.tsx';
import { startOf } from './value-draft.ts';
import type { ValueDraft } from './value-draft.ts';
import type { ValueEditor, ValueSubject, ValueTab } from './use-value-editor.ts';
import classes from './value-panel.module.css';
import { ValueReader } from './value-reader.tsx';

const tabs: readonly { readonly tab: ValueTab; readonly label: string }[] = [
  { tab: 'value', label: 'Value' },
  { tab: 'form', label: 'Form' },
  { tab: 'json', label: 'JSON' },
  { tab: 'dynamodb-json', label: 'DynamoDB JSON' },
];

type ValueEditingProps = { editor: ValueEditor; subject: ValueSubject };

/** The views of one value, and the buttons that stage what was typed in them. */
export function ValueEditing({ editor, subject }: ValueEditingProps) {
  const { tab, draft, problem, adding, isHolding } = editor;
  const locked = adding ? undefined : subject.locked;
  const cell = JSON.stringify([subject.rowKey, adding ? undefined : subject.name]);
  return (
    <Tabs
      className={classes.tabs}
      value={tab}
      keepMounted={false}
      onChange={(next) => {
        const found = tabs.find((other) => other.tab === next);
        if (found !== undefined) editor.switchTab(found.tab);
      }}
    >
      <div className={classes.bar}>
        <Tabs.List className={classes.list}>
          {tabs.map((one) => (
            <Tabs.Tab key={one.tab} value={one.tab} disabled={adding && one.tab === 'value'}>
              {one.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className={classes.locked}>{locked}</span>
        {tab === 'value' && editor.value !== undefined && (
          <CopyButton value={copyText(editor.value)} label="Copy the value" />
        )}
        {(isHolding || adding) && (
          <>
            <Button size="compact-sm" onClick={editor.letGo}>
              {adding ? 'Cancel' : 'Revert'}
            </Button>
            <Button
              size="compact-sm"
              variant="filled"
              title="Ctrl+Enter"
              onClick={() => editor.stage()}
            >
              Stage change
            </Button>
          </>
        )}
      </div>
      {/* Each cell begins with inputs of its own. */}
      <Tabs.Panel value={tab} className={classes.body} key={cell} data-value-body>
        {adding && (
          <TextInput
            aria-label="Attribute name"
            placeholder="name"
            className={classes.newName}
            autoComplete="off"
            spellCheck={false}
            value={editor.name}
            onChange={(event) => editor.rename(event.currentTarget.value)}
          />
        )}
        {tab === 'value' ? (
          <Reading editor={editor} subject={subject} />
        ) : draft.tab === 'form' ? (
          <InputProblemsProvider value={editor.reportProblem}>
            <Form editor={editor} subject={subject} draft={draft} disabled={locked !== undefined} />
          </InputProblemsProvider>
        ) : (
          <>
            <CodeEditor
              key={draft.tab}
              label={draft.tab === 'json' ? 'JSON' : 'DynamoDB JSON'}
              language="json"
              lineNumbers
              minHeight={60}
              maxHeight={2_000}
              value={draft.text}
              problem={problem}
              readOnly={locked !== undefined}
              placeholder={draft.tab === 'json' ? '"text", 12.5, true, [ ], { }' : '{"S": "text"}'}
              onChange={(text) => editor.hold({ ...draft, text })}
            />
            {!draft.lossless && (
              <p className={classes.hint}>
                Sets stand here as lists and binary as base64. They keep their types when staged.
              </p>
            )}
          </>
        )}
        {problem !== undefined && (tab === 'form' || tab === 'value') && (
          <div className={classes.problem} role="alert">
            {describeProblem(problem)}
          </div>
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function Reading({ editor, subject }: ValueEditingProps) {
  const { value } = editor;
  if (value !== undefined) return <ValueReader value={value} />;
  return (
    <p className={classes.hint}>
      {`This item has no attribute ${JSON.stringify(editor.name)}.`}
      {subject.locked === undefined && ' Choose Form or JSON to give it one.'}
    </p>
  );
}

type FormProps = ValueEditingProps & {
  draft: Extract<ValueDraft, { tab: 'form' }>;
  disabled: boolean;
};

function Form({ editor, subject, draft, disabled }: FormProps) {
  const { value } = draft;
  const change = (next: AttributeValue) => editor.hold({ ...draft, value: next });
  if (value === undefined)
    return (
      <Button
        leftSection={<IconPlus size={14} />}
        disabled={disabled}
        onClick={() => change(startOf(subject.types))}
      >
        {`Add ${editor.name} to this item`}
      </Button>
    );
  return (
    <ValueInput
      allowTypeChange
      initialFocus
      initiallyOpen
      label={editor.name === '' ? 'New attribute' : editor.name}
      value={value}
      disabled={disabled}
      onChange={change}
    />
  );
}

function copyText(value: AttributeValue): string {
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  if ('B' in value) return value.B;
  if ('BOOL' in value) return String(value.BOOL);
  return 'NULL' in value ? 'null' : JSON.stringify(value);
}
