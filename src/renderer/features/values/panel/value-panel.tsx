import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { attributeTypeNames, typeOf } from '../../../../domain/attribute-value.ts';
import { attributeValueSize } from '../../../../domain/item-size.ts';
import { BottomPanel } from '../../../ui/bottom-panel.tsx';
import { sizeText } from '../../../ui/numbers.ts';
import { likelyTime, timeHint } from '../epoch-time.ts';
import { useValueEditor } from './use-value-editor.ts';
import type { ValueEditor, ValueMemory, ValueSubject } from './use-value-editor.ts';
import { ValueEditing } from './value-editing.tsx';
import classes from './value-panel.module.css';

type ValuePanelProps = {
  /** The cell that has the focus in the grid. */
  focused: ValueSubject | undefined;
  /** Another number each time the focus is to go into the panel, to change the value. */
  editKey: number;
  memory: ValueMemory;
  /** The focus goes back to the grid. */
  onReturn: () => void;
  onClose: () => void;
};

/** Where the focus goes when a value is to be changed: to the value rather than to its type. */
const inputsInOrder = [
  '[data-autofocus]',
  'fieldset :is(input, textarea)',
  ':is(input, textarea):not([aria-haspopup])',
  '.cm-content, button',
];

/** One value in full, and its editor: it goes with the focus of the grid. */
export function ValuePanel(props: ValuePanelProps) {
  const { focused, editKey, memory, onReturn, onClose } = props;
  const editor = useValueEditor(focused, memory);
  const [leaving, setLeaving] = useState(false);
  const section = useRef<HTMLElement>(null);
  const { subject } = editor;

  // Asked to edit: once the form is drawn, its first input has the focus.
  const [edited, setEdited] = useState(() => memory.getState().editKey);
  if (edited !== editKey) {
    setEdited(editKey);
    if (editor.tab === 'value') editor.switchTab('form');
  }
  useEffect(() => {
    if (memory.getState().editKey === editKey) return;
    const body = section.current?.querySelector('[data-value-body]');
    const input = inputsInOrder
      .map((selector) => body?.querySelector<HTMLElement>(selector))
      .find((found) => found !== null && found !== undefined);
    if (!input) return;
    memory.setState({ editKey });
    input.focus();
  });

  const close = () => {
    if (editor.isHolding) setLeaving(true);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isOpenList(event.target)) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (editor.stage()) onReturn();
    }
  };

  return (
    <BottomPanel label="Height of the value">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears the keys of what is inside */}
      <section ref={section} className={classes.section} aria-label="Value" onKeyDown={onKeyDown}>
        <div className={classes.header}>
          {subject === undefined ? (
            <span className={classes.facts}>Choose a cell to see its value.</span>
          ) : (
            <Facts editor={editor} subject={subject} />
          )}
          <ActionIcon aria-label="Close the value" title="Close (Esc)" onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        {leaving && editor.isHolding ? (
          <Leaving
            onStage={() => {
              setLeaving(false);
              if (editor.stage()) onClose();
            }}
            onDiscard={() => {
              editor.letGo();
              onClose();
            }}
            onStay={() => setLeaving(false)}
          />
        ) : (
          editor.pinned &&
          subject !== undefined && (
            <output className={classes.notice}>
              {`Still with ${editor.name} of ${subject.rowTitle}: stage it, or revert it, to follow the grid again.`}
            </output>
          )
        )}
        {subject !== undefined && <ValueEditing editor={editor} subject={subject} />}
      </section>
    </BottomPanel>
  );
}

function isOpenList(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.getAttribute('aria-expanded') === 'true' &&
    target.getAttribute('aria-haspopup') === 'listbox'
  );
}

/** What stands in the head: the attribute, what its value is, and what can be done at once. */
function Facts({ editor, subject }: { editor: ValueEditor; subject: ValueSubject }) {
  const { value, adding, name } = editor;
  const time = value && likelyTime(value, name);
  const canChange = subject.locked === undefined && !adding;
  return (
    <>
      <h2 className={classes.name} title={`${name} of ${subject.rowTitle}`}>
        {adding ? 'New attribute' : name}
      </h2>
      {!adding && subject.badge !== undefined && (
        <span className={classes.badge}>{subject.badge}</span>
      )}
      <span className={classes.facts}>
        {value === undefined
          ? adding
            ? subject.rowTitle
            : 'missing'
          : `${attributeTypeNames[typeOf(value)]} · ${sizeText(attributeValueSize(value))}`}
        {time !== undefined && ` · ${timeHint(time)}`}
      </span>
      {subject.rowLocked === undefined && !adding && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={editor.add}>
          Add attribute
        </Button>
      )}
      {canChange && (value === undefined || !('NULL' in value)) && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => editor.stageAs({ NULL: true })}
        >
          Set NULL
        </Button>
      )}
      {canChange && value !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => editor.stageAs(undefined)}
        >
          Remove attribute
        </Button>
      )}
    </>
  );
}

type LeavingProps = { onStage: () => void; onDiscard: () => void; onStay: () => void };

function Leaving({ onStage, onDiscard, onStay }: LeavingProps) {
  return (
    <div className={classes.notice} role="alert">
      <span>What you typed is not staged.</span>
      <Button size="compact-xs" data-autofocus onClick={onStage}>
        Stage it
      </Button>
      <Button size="compact-xs" onClick={onDiscard}>
        Discard it
      </Button>
      <Button size="compact-xs" onClick={onStay}>
        Go on editing
      </Button>
    </div>
  );
}
