import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './operations-panel.module.css';

type ExpressionFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  readonly problem: { readonly message: string; readonly position?: number } | undefined;
  /** Rises when a problem is to be shown where it is. */
  readonly attempt: number;
};

/** A typed expression, in one line or more; a problem is selected at its place. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, onChange, placeholder, problem, attempt } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const shownAttempt = useRef(attempt);
  const position = problem?.position;

  useEffect(() => {
    if (attempt === shownAttempt.current) return;
    shownAttempt.current = attempt;
    if (position === undefined) return;
    field.current?.focus();
    field.current?.setSelectionRange(position, position + 1);
  }, [attempt, position]);

  return (
    <Textarea
      ref={field}
      label={label}
      classNames={{ input: classes.code ?? '' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={placeholder}
      error={problem?.message}
      spellCheck={false}
      autosize
      minRows={1}
      maxRows={6}
    />
  );
}
