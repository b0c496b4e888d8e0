import { ActionIcon, Select, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { likelyTime, timeHint } from '../values/epoch-time.ts';
import { TypeSelect } from '../values/type-select.tsx';
import { changeDraftType, finishDraft, inPlaceTypes } from './cell-edit.ts';
import type { CellDraft, InPlaceType } from './cell-edit.ts';
import classes from './cell-editor.module.css';

/** Where the focus goes after an edit: it stays, moves along the row, or is elsewhere already. */
export type AfterEdit = 'stay' | 'next' | 'previous' | 'leave';

type CellEditorProps = {
  /** The attribute, which is also the input's accessible name. */
  name: string;
  initial: CellDraft;
  /** Begun by a key that wrote over the cell: what follows goes behind it. */
  typed: boolean;
  /** The types to choose from. */
  types?: readonly InPlaceType[] | undefined;
  /** The cell has no attribute yet. */
  missing?: boolean | undefined;
  /** A key's attribute cannot be removed, nor one that is missing. */
  removable: boolean;
  /** Undefined removes the attribute. */
  onStage: (value: AttributeValue | undefined, after: AfterEdit) => void;
  onCancel: () => void;
};

/**
 * Edits a scalar in its cell. Enter, Tab or a click elsewhere stages it; Escape gives it up. Where
 * there was no attribute and nothing was typed, only Enter makes one, of the empty text.
 */
export function CellEditor(props: CellEditorProps) {
  const { name, initial, typed, types = inPlaceTypes, onStage, onCancel } = props;
  const { missing = false, removable } = props;
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const box = useRef<HTMLDivElement>(null);

  const { type } = draft;
  const time = type === 'N' ? likelyTime({ N: draft.text.trim() }, name) : undefined;
  useEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    );
    input?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    if (typed) input?.setSelectionRange(input.value.length, input.value.length);
    else if (type !== 'BOOL') input?.select();
  }, [type, typed]);

  /** Leaves the cell; one without an attribute gets none from being looked into. */
  const leave = (after: AfterEdit) => {
    if (missing && draft === initial && !typed) onStage(undefined, after);
    else stage(after);
  };

  const stage = (after: AfterEdit) => {
    const finished = finishDraft(draft);
    if ('problem' in finished) setProblem(finished.problem);
    else onStage(finished.value, after);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of the grid are not for what is typed here.
    event.stopPropagation();
    const inList = event.target instanceof HTMLElement && event.target.role === 'combobox';
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Tab') {
      event.preventDefault();
      leave(event.shiftKey ? 'previous' : 'next');
    } else if (event.key === 'Enter' && !event.shiftKey && !inList) {
      event.preventDefault();
      stage('stay');
    }
  };

  return (
    // The box hears the keys of the inputs in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className={classes.editor}
      data-cell-editor
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (!event.currentTarget.contains(to)) leave(to === null ? 'stay' : 'leave');
      }}
    >
      <DraftInput
        name={name}
        draft={draft}
        invalid={problem !== undefined}
        onChange={(text) => {
          setDraft({ ...draft, text });
          setProblem(undefined);
          if (draft.type === 'BOOL') onStage({ BOOL: text === 'true' }, 'stay');
        }}
      />
      <TypeSelect
        compact
        label={`${name} type`}
        types={types}
        value={draft.type}
        onChange={(type) => {
          // There is nothing to type for null: choosing it is all.
          if (type === 'NULL') onStage({ NULL: true }, 'stay');
          else setDraft(changeDraftType(draft, type));
        }}
      />
      {removable && (
        <ActionIcon
          size={24}
          aria-label={`Remove attribute ${name}`}
          title="Remove the attribute"
          onClick={() => onStage(undefined, 'stay')}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
      {problem === undefined && time !== undefined && (
        <div className={classes.hint}>{timeHint(time)}</div>
      )}
      {problem !== undefined && (
        <div className={classes.problem} role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}

type DraftInputProps = {
  name: string;
  draft: CellDraft;
  invalid: boolean;
  onChange: (text: string) => void;
};

function DraftInput({ name, draft, invalid, onChange }: DraftInputProps) {
  if (draft.type === 'NULL') return <span className={classes.null}>null</span>;
  if (draft.type === 'BOOL') {
    return (
      <Select
        aria-label={name}
        className={classes.input}
        data={['true', 'false']}
        value={draft.text}
        allowDeselect={false}
        onChange={(text) => onChange(text ?? 'false')}
      />
    );
  }
  if (draft.type === 'N') {
    return (
      <TextInput
        aria-label={name}
        className={`${classes.input} ${classes.number}`}
        value={draft.text}
        inputMode="decimal"
        autoComplete="off"
        error={invalid}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Textarea
      aria-label={name}
      className={classes.input}
      value={draft.text}
      autosize
      minRows={1}
      maxRows={6}
      size="xs"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
