import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { ValueInput } from '../values/value-input.tsx';
import classes from './partiql-view.module.css';
import { valuesFor } from './plan-statements.ts';

type ParameterRowsProps = {
  /** How many `?` the script has. */
  count: number;
  values: readonly AttributeValue[];
  onChange: (values: readonly AttributeValue[]) => void;
};

/** A typed value for each `?` of the script, in their order. */
export function ParameterRows({ count, values, onChange }: ParameterRowsProps) {
  if (count === 0) return null;
  return (
    <ol className={classes.parameters} aria-label="Parameters">
      {valuesFor(count, values).map((value, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a parameter is its place
        <li key={place}>
          <span className={classes.parameterName} aria-hidden="true">
            ?{place + 1}
          </span>
          <ValueInput
            label={`Parameter ${place + 1}`}
            allowTypeChange
            singleLine
            value={value}
            onChange={(next) => {
              const changed = valuesFor(Math.max(count, values.length), values);
              changed[place] = next;
              onChange(changed);
            }}
          />
        </li>
      ))}
    </ol>
  );
}
