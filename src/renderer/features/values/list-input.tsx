import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import { emptyValueOf } from './default-value.ts';
import { maximumNestedRows, NestedFrame } from './nested-frame.tsx';
import type { NestedInput } from './nested-input.ts';
import classes from './value-input.module.css';

type ListInputProps = {
  values: readonly AttributeValue[];
  onChange: (values: AttributeValue[]) => void;
  label: string;
  disabled?: boolean | undefined;
  initiallyOpen?: boolean | undefined;
  /** The input of a value inside. */
  Inner: NestedInput;
};

/** The elements of a list, each with its own type. A new one is of the type of the last. */
export function ListInput(props: ListInputProps) {
  const { values, onChange, label, disabled, Inner } = props;
  const last = values.at(-1);
  const added = emptyValueOf(last === undefined ? 'S' : typeOf(last));
  return (
    <NestedFrame
      value={{ L: values }}
      label={label}
      count={values.length}
      addLabel="Add element"
      onAdd={() => onChange([...values, added])}
      disabled={disabled}
      initiallyOpen={props.initiallyOpen}
    >
      {values.slice(0, maximumNestedRows).map((value, index) => (
        // Elements have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div className={`${classes.row} ${classes.listRow}`} key={index}>
          <span className={classes.index}>{index}</span>
          <Inner
            value={value}
            label={`${label} element ${index}`}
            disabled={disabled}
            onChange={(next) => onChange(values.with(index, next))}
          />
          <ActionIcon
            aria-label={`Remove ${label} element ${index}`}
            disabled={disabled ?? false}
            onClick={() => onChange(values.toSpliced(index, 1))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
    </NestedFrame>
  );
}
