import { TextInput } from '@mantine/core';
import { attributeTypeNames, keyTypes } from '../../../domain/attribute-value.ts';
import { Choice } from '../../ui/choice.tsx';
import type { KeyFields } from './create-table-form.ts';
import classes from './create-table.module.css';

const typeOptions = keyTypes.map((type) => ({ value: type, label: attributeTypeNames[type] }));

type KeyFieldsRowProps = {
  /** The accessible name of the name's field. */
  readonly nameLabel: string;
  /** The accessible name of the type's choice. */
  readonly typeLabel: string;
  readonly fields: KeyFields;
  readonly placeholder?: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (fields: KeyFields) => void;
};

/** The name and the type of a key attribute, side by side. */
export function KeyFieldsRow(props: KeyFieldsRowProps) {
  const { nameLabel, typeLabel, fields, placeholder, problem, onChange } = props;
  return (
    <div className={classes.key}>
      <TextInput
        label={nameLabel}
        placeholder={placeholder}
        value={fields.name}
        error={problem}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ ...fields, name: event.currentTarget.value })}
      />
      <Choice
        label={typeLabel}
        options={typeOptions}
        value={fields.type}
        onChange={(type) => onChange({ ...fields, type })}
      />
    </div>
  );
}
