import { SegmentedControl } from '@mantine/core';

type SegmentedProps<Value extends string> = {
  /** The accessible name of the group. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly fullWidth?: boolean;
};

/** A few radios side by side; each is named by its label. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  fullWidth = false,
}: SegmentedProps<Value>) {
  return (
    <SegmentedControl
      aria-label={label}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      onChange={onChange}
      fullWidth={fullWidth}
    />
  );
}
