import { memo } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import classes from './value-cell.module.css';
import { previewOf } from './value-preview.ts';

/** One line for a value, its type told by tint and sign; undefined is a missing attribute. */
export const ValueCell = memo(function ValueCell({ value }: { value: AttributeValue | undefined }) {
  if (value === undefined) return <span className={classes.missing} data-kind="missing" />;
  const { kind, text } = previewOf(value);
  return (
    <span className={`${classes.value} ${classes[kind] ?? ''}`} data-kind={kind}>
      {text}
    </span>
  );
});
