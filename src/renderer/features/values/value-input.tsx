import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import { changeType, setValue } from './default-value.ts';
import { ListInput } from './list-input.tsx';
import { MapInput } from './map-input.tsx';
import { BinaryInput, BooleanInput, NumberInput, StringInput } from './scalar-input.tsx';
import type { NestedInputProps } from './nested-input.ts';
import { SetInput } from './set-input.tsx';
import { TypeSelect } from './type-select.tsx';
import classes from './value-input.module.css';
import { valueProblem } from './value-problem.ts';

type ValueInputProps = {
  /** While it is being typed, a number may hold text that is none: check before sending. */
  value: AttributeValue;
  onChange: (value: AttributeValue) => void;
  /** The accessible name of the input; the type select is named "LABEL type". */
  label: string;
  /** Shows a type select before the input; off where the type is chosen elsewhere. */
  allowTypeChange?: boolean | undefined;
  types?: readonly AttributeType[] | undefined;
  /** Strings in one line, so that Enter is for the form around. */
  singleLine?: boolean | undefined;
  disabled?: boolean | undefined;
  initialFocus?: boolean | undefined;
  /** A map or a list is opened from the start. */
  initiallyOpen?: boolean | undefined;
};

/** An input for a value of any of the ten types; maps and lists nest. */
export function ValueInput({ allowTypeChange = false, types, ...props }: ValueInputProps) {
  if (!allowTypeChange) return <TypedInput {...props} />;
  return (
    <div className={`${classes.withType} ${classes.grow}`}>
      <TypeSelect
        compact
        label={`${props.label} type`}
        value={typeOf(props.value)}
        types={types}
        disabled={props.disabled}
        onChange={(type) => props.onChange(changeType(props.value, type))}
      />
      <div className={classes.grow}>
        <TypedInput {...props} />
      </div>
    </div>
  );
}

function TypedInput({
  value,
  onChange,
  label,
  disabled,
  initialFocus,
  initiallyOpen,
  singleLine,
}: ValueInputProps) {
  const shared = { label, disabled, initialFocus };
  if ('S' in value) {
    const change = (text: string) => onChange({ S: text });
    return <StringInput {...shared} value={value.S} singleLine={singleLine} onChange={change} />;
  }
  if ('N' in value)
    return <NumberInput {...shared} value={value.N} onChange={(text) => onChange({ N: text })} />;
  if ('B' in value)
    return <BinaryInput {...shared} value={value.B} onChange={(text) => onChange({ B: text })} />;
  if ('BOOL' in value)
    return (
      <BooleanInput {...shared} value={value.BOOL} onChange={(next) => onChange({ BOOL: next })} />
    );
  if ('NULL' in value) return <div className={classes.null}>null</div>;
  if ('M' in value)
    return (
      <MapInput
        {...shared}
        initiallyOpen={initiallyOpen}
        Inner={InnerInput}
        value={value.M}
        onChange={(map) => onChange({ M: map })}
      />
    );
  if ('L' in value)
    return (
      <ListInput
        {...shared}
        initiallyOpen={initiallyOpen}
        Inner={InnerInput}
        values={value.L}
        onChange={(list) => onChange({ L: list })}
      />
    );
  const type = 'SS' in value ? 'SS' : 'NS' in value ? 'NS' : 'BS';
  const elements = 'SS' in value ? value.SS : 'NS' in value ? value.NS : value.BS;
  return (
    <SetInput
      {...shared}
      type={type}
      elements={elements}
      problem={valueProblem(value)}
      onChange={(next) => onChange(setValue(type, next))}
    />
  );
}

function InnerInput(props: NestedInputProps) {
  return <ValueInput {...props} allowTypeChange />;
}
