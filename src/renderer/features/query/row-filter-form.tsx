import { Autocomplete, Button, Checkbox, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { RowFilterInput } from '../../../contract/query.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import { Choice } from '../../ui/choice.tsx';
import { changeType } from '../values/default-value.ts';
import { TypeSelect } from '../values/type-select.tsx';
import { ValueInput } from '../values/value-input.tsx';
import { operandTypes } from './filter-operands.ts';
import type { KnownAttribute } from './filter-row.tsx';
import {
  beginRowFilter,
  chooseAttribute,
  planRowFilter,
  rowTestChoices,
} from './row-filter-draft.ts';
import type { RowFilterDraft } from './row-filter-draft.ts';
import classes from './row-filters.module.css';

type RowFilterFormProps = {
  known: readonly KnownAttribute[];
  /** The attribute to begin with. */
  name?: string | undefined;
  onAdd: (filter: RowFilterInput) => void;
};

/** One filter over the loaded rows: attribute, test, value. */
export function RowFilterForm({ known, name, onAdd }: RowFilterFormProps) {
  const typesOf = (attribute: string) =>
    known.find((other) => other.name === attribute)?.types ?? [];
  const [draft, setDraft] = useState(() => beginRowFilter(name, typesOf(name ?? '')));
  const [problem, setProblem] = useState<string>();
  const problemId = useId();
  const change = (next: Partial<RowFilterDraft>) => {
    setDraft({ ...draft, ...next });
    setProblem(undefined);
  };
  const add = () => {
    const planned = planRowFilter(draft);
    setProblem(planned.problem);
    if (planned.filter !== undefined) onAdd(planned.filter);
  };
  const chosen = rowTestChoices.find(
    ({ test, negated }) => test === draft.test && negated === draft.negated,
  );
  return (
    <form
      className={classes.popover}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        add();
      }}
    >
      <p className={classes.hint}>
        Shows fewer of the rows that are loaded; nothing is read. To read fewer items, use “Add
        filter” above.
      </p>
      <Autocomplete
        label="Attribute"
        openOnFocus={false}
        data-autofocus={name === undefined || undefined}
        spellCheck={false}
        data={known.map((attribute) => attribute.name)}
        maxDropdownHeight={150}
        comboboxProps={{ withinPortal: false, position: 'bottom', middlewares: { flip: false } }}
        value={draft.name}
        onChange={(next) => {
          setDraft(chooseAttribute(draft, next, typesOf(next)));
          setProblem(undefined);
        }}
      />
      <Choice
        label="Test"
        options={rowTestChoices}
        value={chosen?.value ?? 'equals'}
        maxDropdownHeight={280}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const choice = rowTestChoices.find((other) => other.value === value);
          if (choice !== undefined) change({ test: choice.test, negated: choice.negated });
        }}
      />
      <RowTestValue draft={draft} onChange={change} focused={name !== undefined} />
      {problem !== undefined && (
        <div id={problemId} className={classes.problem} role="alert">
          {problem}
        </div>
      )}
      <Button
        type="submit"
        variant="filled"
        aria-describedby={problem === undefined ? undefined : problemId}
      >
        Filter
      </Button>
    </form>
  );
}

type RowTestValueProps = {
  draft: RowFilterDraft;
  onChange: (change: Partial<RowFilterDraft>) => void;
  focused: boolean;
};

/** What the test compares with. */
function RowTestValue({ draft, onChange, focused }: RowTestValueProps) {
  if (draft.test === 'exists') return null;
  if (draft.test === 'type')
    return <TypeSelect label="Type" value={draft.type} onChange={(type) => onChange({ type })} />;
  if (draft.test === 'contains')
    return (
      <>
        <TextInput
          label="Text"
          data-autofocus={focused || undefined}
          autoComplete="off"
          spellCheck={false}
          value={draft.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
        <Checkbox
          label="Match case"
          checked={draft.matchCase}
          onChange={(event) => onChange({ matchCase: event.currentTarget.checked })}
        />
      </>
    );
  const type = operandTypes.find((other) => other === typeOf(draft.value)) ?? 'S';
  return (
    <div className={classes.value}>
      <TypeSelect
        compact
        label="Value type"
        types={operandTypes}
        value={type}
        onChange={(next) => onChange({ value: changeType(draft.value, next) })}
      />
      <ValueInput
        singleLine
        label="Value"
        initialFocus={focused}
        value={draft.value}
        onChange={(value) => onChange({ value })}
      />
    </div>
  );
}
