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
  /** Inside of a map a name may be empty, at the top of an item it may not. */
  required?: boolean | undefined;
  disabled?: boolean | undefined;
};

/**
 * The name of an attribute. It is passed on only while no other has it: on the way from `a` to
 * `abc` past an existing `ab`, nothing is overwritten.
 */
export function NameInput(props: NameInputProps) {
  const { name, taken, onRename, label, required = false, disabled = false } = props;
  const [draft, setDraft] = useState(name);
  const [known, setKnown] = useState(name);
  if (known !== name) {
    setKnown(name);
    setDraft(name);
  }
  const problem =
    draft !== name && taken(draft)
      ? `There is another "${draft}".`
      : draft === '' && required
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
      error={problem}
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
