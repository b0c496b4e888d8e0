import { ActionIcon, Autocomplete, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { attributeTypes, typeOf } from '../../../domain/attribute-value.ts';
import { conditionOperators, printAttributePath } from '../../../domain/expressions/index.ts';
import { changeType } from '../values/default-value.ts';
import { TypeSelect } from '../values/type-select.tsx';
import { ValueInput } from '../values/value-input.tsx';
import {
  addOperand,
  chooseOperator,
  choosePath,
  operandTypes,
  takesMore,
} from './filter-operands.ts';
import classes from './query-bar.module.css';
import type { FilterRow } from './query-form.ts';

export type KnownAttribute = { readonly name: string; readonly types: readonly AttributeType[] };

type FilterRowProps = {
  filter: FilterRow;
  /** Counted from 1. */
  number: number;
  known: readonly KnownAttribute[];
  invalid: boolean;
  problemId: string;
  onChange: (filter: FilterRow) => void;
  onRemove: () => void;
};

/** One filter of the sentence: attribute, operator, typed values. */
export function FilterRowFields(props: FilterRowProps) {
  const { filter, number, known, invalid, problemId, onChange, onRemove } = props;
  const typesOf = (path: string) =>
    known.find(({ name }) => printAttributePath([name]) === path)?.types ?? [];
  const [first] = filter.values;
  return (
    <fieldset className={classes.filter} aria-label={`Filter ${number}`}>
      <span className={classes.joint}>{number === 1 ? 'where' : 'and'}</span>
      <Autocomplete
        className={classes.path}
        aria-label="Attribute"
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? problemId : undefined}
        placeholder="attribute"
        spellCheck={false}
        data={known.map(({ name }) => printAttributePath([name]))}
        maxDropdownHeight={260}
        error={invalid}
        value={filter.path}
        onChange={(path) => onChange(choosePath(filter, path, typesOf(path)))}
      />
      <Select
        className={classes.operator}
        aria-label="Operator"
        data={conditionOperators.map(({ operator, label }) => ({ value: operator, label }))}
        value={filter.operator}
        allowDeselect={false}
        withCheckIcon={false}
        maxDropdownHeight={400}
        onChange={(next) => {
          const chosen = conditionOperators.find(({ operator }) => operator === next);
          if (chosen) onChange(chooseOperator(filter, chosen.operator));
        }}
      />
      {filter.operator === 'attribute_type' ? (
        <TypeSelect
          label="Value"
          value={namedType(first)}
          onChange={(type) => onChange({ ...filter, values: [{ S: type }] })}
        />
      ) : (
        <Operands filter={filter} onChange={onChange} />
      )}
      <ActionIcon aria-label={`Remove filter ${number}`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </fieldset>
  );
}

function namedType(value: AttributeValue | undefined): AttributeType {
  const name = value && 'S' in value ? value.S : 'S';
  return attributeTypes.find((type) => type === name) ?? 'S';
}

function Operands({
  filter,
  onChange,
}: {
  filter: FilterRow;
  onChange: (filter: FilterRow) => void;
}) {
  const { values } = filter;
  const [first] = values;
  if (first === undefined) return null;
  const type = operandTypes.find((other) => other === typeOf(first)) ?? 'S';
  return (
    <>
      <TypeSelect
        compact
        label="Value type"
        types={operandTypes}
        value={type}
        onChange={(next) =>
          onChange({ ...filter, values: values.map((value) => changeType(value, next)) })
        }
      />
      <div className={classes.values}>
        {values.map((value, index) => (
          // Values have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.value}>
            <ValueInput
              singleLine
              label={index === 0 ? 'Value' : `Value ${index + 1}`}
              value={value}
              onChange={(next) => onChange({ ...filter, values: values.with(index, next) })}
            />
          </div>
        ))}
        {takesMore(filter) && (
          <ActionIcon aria-label="Add value" onClick={() => onChange(addOperand(filter))}>
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
    </>
  );
}
