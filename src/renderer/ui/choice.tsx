import { Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';

type ChoiceProps<Value extends string> = Omit<
  SelectProps,
  'label' | 'aria-label' | 'data' | 'value' | 'onChange' | 'allowDeselect' | 'searchable'
> & {
  /** Its accessible name. */
  readonly label: string;
  /** Shows the name above the control; otherwise only screen readers get it. */
  readonly withLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/**
 * One of a few: a combobox that opens a list of options. There is always a value. By keyboard:
 * arrows, Enter, Escape, and the first letter of an option.
 */
export function Choice<Value extends string>({
  label,
  withLabel = true,
  options,
  value,
  onChange,
  onKeyDown,
  ...others
}: ChoiceProps<Value>) {
  const pick = (picked: string | null) => {
    const option = options.find((candidate) => candidate.value === picked);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Select
      {...others}
      {...(withLabel ? { label } : { 'aria-label': label })}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      onChange={pick}
      allowDeselect={false}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
        const letter = event.key.toLowerCase();
        const named = options.find((option) => option.label.toLowerCase().startsWith(letter));
        if (letter !== ' ' && named !== undefined) onChange(named.value);
      }}
    />
  );
}
