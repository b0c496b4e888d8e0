import { TextInput } from '@mantine/core';
import { attributeTypeNames, attributeTypes, typeOf } from '../../../../domain/attribute-value.ts';
import type { AttributeType } from '../../../../domain/attribute-value.ts';
import { Choice } from '../../../ui/choice.tsx';
import { changeType } from '../../values/default-value.ts';
import { ValueInput } from '../../values/value-input.tsx';
import type { OperandDraft } from './builder-draft.ts';
import classes from './builder.module.css';

type OperandInputProps = {
  readonly label: string;
  readonly operand: OperandDraft;
  readonly onChange: (operand: OperandDraft) => void;
  readonly types?: readonly AttributeType[] | undefined;
  /** Whether another attribute may stand in place of a value. */
  readonly takesAttribute?: boolean | undefined;
};

/** A typed value, or the name of another attribute. */
export function OperandInput(props: OperandInputProps) {
  const { label, operand, onChange, types = attributeTypes, takesAttribute = true } = props;
  const options: { value: AttributeType | 'attribute'; label: string }[] = types.map((type) => ({
    value: type,
    label: attributeTypeNames[type],
  }));
  if (takesAttribute) options.push({ value: 'attribute', label: 'Attribute' });

  const changeKind = (kind: AttributeType | 'attribute') => {
    if (kind === 'attribute') return onChange({ kind, path: '' });
    const value = operand.kind === 'value' ? operand.value : { S: operand.path };
    return onChange({ kind: 'value', value: changeType(value, kind) });
  };

  return (
    <div className={classes.operand}>
      <Choice
        label={`${label} type`}
        withLabel={false}
        className={classes.type ?? ''}
        options={options}
        value={operand.kind === 'value' ? typeOf(operand.value) : 'attribute'}
        onChange={changeKind}
      />
      <div className={classes.grow}>
        {operand.kind === 'value' ? (
          <ValueInput
            label={label}
            value={operand.value}
            onChange={(value) => onChange({ kind: 'value', value })}
            singleLine
          />
        ) : (
          <TextInput
            aria-label={label}
            placeholder="other.attribute"
            value={operand.path}
            onChange={(event) => onChange({ kind: 'attribute', path: event.currentTarget.value })}
          />
        )}
      </div>
    </div>
  );
}
