import { Select, TextInput } from '@mantine/core';
import { sortKeyOperators } from '../../../domain/read-specification.ts';
import type { SortKeyOperator } from '../../../domain/read-specification.ts';
import type { KeyAttribute, KeySchema } from '../../../domain/table-schema.ts';
import type { QueryField } from './plan-read.ts';
import classes from './query-bar.module.css';
import type { QueryForm } from './query-form.ts';

type KeyConditionProps = {
  schema: KeySchema;
  form: QueryForm;
  onChange: (form: QueryForm) => void;
  /** The field that holds a problem. */
  invalid: QueryField | undefined;
  /** The id of the words that say what is wrong. */
  problemId: string;
};

const operatorLabels: Readonly<Record<SortKeyOperator | 'any', string>> = {
  any: 'any',
  '=': '=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  BETWEEN: 'between',
  begins_with: 'begins with',
};
const operators: readonly (SortKeyOperator | 'any')[] = ['any', ...sortKeyOperators];

/** The part of the sentence that says which keys: `book_id = 1001`, `title begins with Am`. */
export function KeyCondition({ schema, form, onChange, invalid, problemId }: KeyConditionProps) {
  const { partitionKey, sortKey } = schema;
  const text = (field: 'partitionKeyValue' | 'sortKeyValue' | 'sortKeyValueTo', label: string) => (
    <TextInput
      variant="unstyled"
      className={classes.text}
      aria-label={label}
      aria-invalid={invalid === field || undefined}
      aria-describedby={invalid === field ? problemId : undefined}
      autoComplete="off"
      spellCheck={false}
      placeholder={placeholderOf(field === 'partitionKeyValue' ? partitionKey : sortKey)}
      value={form[field]}
      onChange={(event) => onChange({ ...form, [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div className={classes.part} data-invalid={invalid === 'partitionKeyValue' || undefined}>
        <span className={classes.about}>{partitionKey.name} =</span>
        {text('partitionKeyValue', 'Partition key value')}
      </div>
      {sortKey && (
        <div
          className={classes.part}
          data-invalid={invalid === 'sortKeyValue' || invalid === 'sortKeyValueTo' || undefined}
        >
          <span className={classes.about}>{sortKey.name}</span>
          <Select
            variant="unstyled"
            className={classes.select}
            aria-label="Sort key condition"
            data={operators
              .filter((operator) => operator !== 'begins_with' || sortKey.type !== 'N')
              .map((value) => ({ value, label: operatorLabels[value] }))}
            value={form.sortKeyOperator}
            allowDeselect={false}
            withCheckIcon={false}
            rightSectionWidth={20}
            // All of them at once: the last would be cut.
            maxDropdownHeight={320}
            comboboxProps={{ width: 140, position: 'bottom-start' }}
            onChange={(next) => {
              const chosen = operators.find((operator) => operator === next);
              if (chosen !== undefined) onChange({ ...form, sortKeyOperator: chosen });
            }}
          />
          {form.sortKeyOperator !== 'any' && text('sortKeyValue', 'Sort key value')}
          {form.sortKeyOperator === 'BETWEEN' && (
            <>
              <span className={classes.about}>and</span>
              {text('sortKeyValueTo', 'Sort key value to')}
            </>
          )}
        </div>
      )}
    </>
  );
}

function placeholderOf(key: KeyAttribute | undefined): string {
  if (key?.type === 'N') return 'number';
  return key?.type === 'B' ? 'base64' : 'text';
}
