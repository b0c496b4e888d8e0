import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { base64ByteLength, checkBase64 } from '../../../domain/base64.ts';
import { likelyTime, timeHint } from './epoch-time.ts';
import classes from './value-input.module.css';
import { bytesInWords } from './value-preview.ts';
import { numberProblem } from './value-problem.ts';

type TextProps = {
  value: string;
  onChange: (value: string) => void;
  label: string;
  disabled?: boolean | undefined;
  initialFocus?: boolean | undefined;
};

/** A string: one line that grows with what is written; never more than one where `singleLine`. */
export function StringInput({
  singleLine = false,
  label,
  value,
  onChange,
  disabled = false,
  initialFocus = false,
}: TextProps & { singleLine?: boolean | undefined }) {
  const shared = {
    'aria-label': label,
    value,
    disabled,
    'data-autofocus': initialFocus || undefined,
  };
  // A line break would be lost in an <input>, silently.
  if (singleLine && !/[\r\n]/.test(value)) {
    return (
      <TextInput
        {...shared}
        className={classes.grow}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Textarea
      {...shared}
      className={`${classes.grow} ${classes.string}`}
      autosize
      minRows={1}
      maxRows={8}
      size="xs"
      description={value.includes('\r') ? carriageReturns : undefined}
      inputWrapperOrder={['input', 'description']}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

// A text field of the browser has no other line breaks than \n.
const carriageReturns = 'Typing here turns its \\r\\n into \\n; in the JSON view they stay.';

/** A number as text: every digit stays; the problem is said once something is written. */
export function NumberInput({
  label,
  value,
  onChange,
  disabled = false,
  initialFocus = false,
}: TextProps) {
  const problem = value === '' ? undefined : numberProblem(value);
  const time = likelyTime({ N: value }, label);
  return (
    <TextInput
      aria-label={label}
      className={`${classes.grow} ${classes.number}`}
      value={value}
      disabled={disabled}
      data-autofocus={initialFocus || undefined}
      inputMode="decimal"
      autoComplete="off"
      error={problem}
      description={time === undefined ? undefined : timeHint(time)}
      inputWrapperOrder={['input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}

/** Binary as base64, with the number of bytes that it stands for. */
export function BinaryInput({
  label,
  value,
  onChange,
  disabled = false,
  initialFocus = false,
}: TextProps) {
  const problem = checkBase64(value);
  return (
    <Textarea
      aria-label={label}
      className={`${classes.grow} ${classes.binary}`}
      value={value}
      disabled={disabled}
      data-autofocus={initialFocus || undefined}
      autosize
      minRows={1}
      maxRows={8}
      size="xs"
      spellCheck={false}
      placeholder="base64"
      error={problem}
      description={
        problem === undefined && value !== '' ? bytesInWords(base64ByteLength(value)) : undefined
      }
      inputWrapperOrder={['input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s/g, ''))}
    />
  );
}

/** True or false. */
export function BooleanInput({
  label,
  value,
  onChange,
  disabled = false,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean | undefined;
}) {
  return (
    <SegmentedControl
      aria-label={label}
      data={['true', 'false']}
      value={String(value)}
      disabled={disabled}
      onChange={(next) => onChange(next === 'true')}
    />
  );
}
