import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useReportProblem } from './input-problems.tsx';
import classes from './value-input.module.css';

type NameInputProps = {
  name: string;
  /** The other names in the same map. */
  taken: (name: string) => boolean;
  onRename: (name: string) => void;
  label: string;
  disabled?: boolean | undefined;
};

/**
 * The name of an attribute. It is passed on only while no other has it: on the way from `a` to
 * `abc` past an existing `ab`, nothing is overwritten.
 */
export function NameInput({ name, taken, onRename, label, disabled = false }: NameInputProps) {
  const [draft, setDraft] = useState(name);
  const [known, setKnown] = useState(name);
  if (known !== name) {
    setKnown(name);
    setDraft(name);
  }
  const problem =
    draft !== name && taken(draft)
      ? `There is another "${draft}".`
      : draft === ''
        ? 'Type a name.'
        : undefined;
  useReportProblem(problem);
  return (
    <TextInput
      aria-label={label}
      className={classes.name}
      value={draft}
      disabled={disabled}
      placeholder="name"
      autoComplete="off"
      error={draft === '' ? undefined : problem}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setDraft(next);
        if (next === name || taken(next)) return;
        setKnown(next);
        onRename(next);
      }}
    />
  );
}
