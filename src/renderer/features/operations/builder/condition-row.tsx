import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { attributeTypeNames, attributeTypes } from '../../../../domain/attribute-value.ts';
import { conditionOperators } from '../../../../domain/expressions/index.ts';
import { Choice } from '../../../ui/choice.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { emptyOperand, takesSize, withOperator } from './builder-draft.ts';
import type { ConditionRowDraft, OperandDraft, RowProblem } from './builder-draft.ts';
import classes from './builder.module.css';
import { OperandInput } from './operand-input.tsx';

type ConditionRowProps = {
  readonly row: ConditionRowDraft;
  readonly name: string;
  readonly onChange: (row: ConditionRowDraft) => void;
  readonly onRemove: () => void;
  readonly problem: RowProblem;
};

const subjects = [
  { value: 'value', label: 'attribute', not: false, size: false },
  { value: 'not', label: 'not attribute', not: true, size: false },
  { value: 'size', label: 'size of', not: false, size: true },
  { value: 'not-size', label: 'not size of', not: true, size: true },
] as const;

const operatorOptions = conditionOperators.map(({ operator, label }) => ({
  value: operator,
  label,
}));

const typeOptions = attributeTypes.map((type) => ({
  value: type,
  label: attributeTypeNames[type],
}));

/** One condition: an attribute, or its size, an operator, and what it is compared with. */
export function ConditionRow({ row, name, onChange, onRemove, problem }: ConditionRowProps) {
  const { operator, operands } = row;
  const subject = subjects.find(({ not, size }) => not === row.not && size === row.size);
  const { maximumOperands = 0 } =
    conditionOperators.find((known) => known.operator === operator) ?? {};
  const changeOperand = (index: number, operand: OperandDraft) =>
    onChange({ ...row, operands: operands.with(index, operand) });

  return (
    <div>
      <div className={classes.row}>
        <Choice
          label={`${name} subject`}
          withLabel={false}
          className={classes.subject ?? ''}
          options={subjects.filter(({ size }) => !size || takesSize(operator))}
          value={subject?.value ?? 'value'}
          onChange={(picked) => {
            const { not = false, size = false } =
              subjects.find(({ value }) => value === picked) ?? {};
            onChange({ ...row, not, size });
          }}
        />
        <TextInput
          aria-label={`${name} attribute`}
          className={classes.path ?? ''}
          placeholder="price or info.tags[0]"
          value={row.path}
          onChange={(event) => onChange({ ...row, path: event.currentTarget.value })}
        />
        <Choice
          label={`${name} operator`}
          withLabel={false}
          className={classes.operator ?? ''}
          options={operatorOptions}
          value={operator}
          onChange={(picked) => onChange(withOperator(row, picked))}
        />
        <div className={classes.operands}>
          {operator === 'attribute_type' ? (
            <TypeOperand
              name={name}
              operand={operands[0]}
              onChange={(one) => changeOperand(0, one)}
            />
          ) : (
            operands.map((operand, index) => (
              <OperandInput
                key={index}
                label={operands.length === 1 ? `${name} value` : `${name} value ${index + 1}`}
                operand={operand}
                onChange={(next) => changeOperand(index, next)}
              />
            ))
          )}
          {operator === 'IN' && operands.length < maximumOperands && (
            <Button
              variant="subtle"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => onChange({ ...row, operands: [...operands, emptyOperand] })}
            >
              Add value
            </Button>
          )}
        </div>
        <IconButton label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>
          <IconTrash size={16} />
        </IconButton>
      </div>
      {problem?.rowId === row.id && <p className={classes.problem}>{problem.message}</p>}
    </div>
  );
}

type TypeOperandProps = {
  readonly name: string;
  readonly operand: OperandDraft | undefined;
  readonly onChange: (operand: OperandDraft) => void;
};

/** The type that an attribute is to be of; in the expression it is a String that names it. */
function TypeOperand({ name, operand, onChange }: TypeOperandProps) {
  const text = operand?.kind === 'value' && 'S' in operand.value ? operand.value.S : undefined;
  return (
    <Choice
      label={`${name} value`}
      withLabel={false}
      options={typeOptions}
      value={attributeTypes.find((type) => type === text) ?? 'S'}
      onChange={(type) => onChange({ kind: 'value', value: { S: type } })}
    />
  );
}
