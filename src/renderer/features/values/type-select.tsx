import { Select } from '@mantine/core';
import { attributeTypeNames, attributeTypes } from '../../../domain/attribute-value.ts';
import type { AttributeType } from '../../../domain/attribute-value.ts';
import classes from './type-select.module.css';

type TypeSelectProps<Type extends AttributeType> = {
  value: Type;
  onChange: (type: Type) => void;
  /** The accessible name, such as "price type". */
  label: string;
  types?: readonly Type[] | undefined;
  disabled?: boolean | undefined;
  /** Shows the short code (N) in place of the word (Number); the list shows both. */
  compact?: boolean | undefined;
};

/** Chooses an attribute type. */
export function TypeSelect<Type extends AttributeType>({
  value,
  onChange,
  label,
  types = attributeTypes as readonly AttributeType[] as readonly Type[],
  disabled = false,
  compact = false,
}: TypeSelectProps<Type>) {
  const data = types.map((type) => ({
    value: type as string,
    label: compact ? type : attributeTypeNames[type],
  }));
  return (
    <Select
      aria-label={label}
      title={attributeTypeNames[value]}
      className={compact ? classes.compact : classes.full}
      data={data}
      value={value}
      onChange={(next) => {
        const chosen = types.find((type) => type === next);
        if (chosen !== undefined) onChange(chosen);
      }}
      renderOption={({ option }) => <TypeOption type={option.value as AttributeType} />}
      allowDeselect={false}
      withCheckIcon={false}
      disabled={disabled}
      maxDropdownHeight={320}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      {...(compact ? { rightSectionWidth: 20 } : {})}
    />
  );
}

function TypeOption({ type }: { type: AttributeType }) {
  return (
    <span>
      <span className={classes.code} aria-hidden="true">
        {type}
      </span>
      {attributeTypeNames[type]}
    </span>
  );
}
