import { Autocomplete } from '@mantine/core';
import { attributeTypes } from '../../../domain/attribute-value.ts';
import type { AttributeType } from '../../../domain/attribute-value.ts';
import { setTypes } from '../../../domain/check-set.ts';
import { changeType } from '../values/default-value.ts';
import { ValueInput } from '../values/value-input.tsx';
import classes from './bulk-dialog.module.css';
import type { BulkForm, FormProblem } from './bulk-form.ts';
import type { KnownNames } from './bulk-rows.ts';

type BulkFieldsProps = {
  readonly form: BulkForm;
  readonly known: KnownNames;
  readonly problem: FormProblem | undefined;
  readonly onChange: (next: Partial<BulkForm>) => void;
};

/** The attribute that is changed, and what it becomes. */
export function BulkFields({ form, known, problem, onChange }: BulkFieldsProps) {
  if (form.kind === 'delete') return null;
  const valueProblem = problem?.field === 'value' ? problem.message : undefined;
  return (
    <>
      <Autocomplete
        label="Attribute name"
        data={[...new Set(known.map(({ name }) => name))]}
        maxDropdownHeight={220}
        spellCheck={false}
        data-autofocus
        openOnFocus={false}
        value={form.name}
        error={problem?.field === 'name' ? problem.message : undefined}
        onChange={(name) => onChange(named(form, name, known))}
      />
      {form.kind === 'set' && (
        <ValueField label="Value" problem={valueProblem}>
          <ValueInput
            label="Value"
            allowTypeChange
            value={form.value}
            onChange={(value) => onChange({ value })}
          />
        </ValueField>
      )}
      {form.kind === 'delete-elements' && (
        <ValueField label="Elements" problem={valueProblem}>
          <ValueInput
            label="Elements"
            allowTypeChange
            types={setTypes}
            value={form.elements}
            onChange={(elements) => onChange({ elements })}
          />
        </ValueField>
      )}
    </>
  );
}

type ValueFieldProps = {
  readonly label: string;
  readonly problem: string | undefined;
  readonly children: React.ReactNode;
};

function ValueField({ label, problem, children }: ValueFieldProps) {
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {children}
      {problem !== undefined && (
        <span className={classes.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

/** The form with another name: the values take the types that the attribute is known to have. */
function named(form: BulkForm, name: string, known: KnownNames): Partial<BulkForm> {
  const types = known.find((attribute) => attribute.name === name)?.types ?? [];
  const value = typeAmong(attributeTypes, types);
  const elements = typeAmong(setTypes, types);
  return {
    name,
    ...(value && { value: changeType(form.value, value) }),
    ...(elements && { elements: changeType(form.elements, elements) }),
  };
}

function typeAmong<Type extends AttributeType>(
  wanted: readonly Type[],
  types: readonly string[],
): Type | undefined {
  return wanted.find((type) => type === types.find((other) => other === type));
}
