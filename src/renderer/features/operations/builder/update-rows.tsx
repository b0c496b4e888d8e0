import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { AttributeType } from '../../../../domain/attribute-value.ts';
import { updateOperations } from '../../../../domain/expressions/index.ts';
import type { UpdateOperation } from '../../../../domain/expressions/index.ts';
import { Choice } from '../../../ui/choice.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { newUpdateRow, startOf, withOperation } from './builder-draft.ts';
import type { RowProblem, UpdateRowDraft } from './builder-draft.ts';
import classes from './builder.module.css';
import { OperandInput } from './operand-input.tsx';

type UpdateRowsProps = {
  readonly rows: readonly UpdateRowDraft[];
  readonly onChange: (rows: readonly UpdateRowDraft[]) => void;
  readonly problem: RowProblem;
};

const operationOptions = updateOperations.map(({ operation, label }) => ({
  value: operation,
  label,
}));

const typesOf: Partial<Record<UpdateOperation, readonly AttributeType[]>> = {
  'SET +': ['N'],
  'SET -': ['N'],
  'SET list_append': ['L'],
  'SET list_prepend': ['L'],
  ADD: ['N', 'SS', 'NS', 'BS'],
  DELETE: ['SS', 'NS', 'BS'],
};

/** What an update does, one clause a row. */
export function UpdateRows({ rows, onChange, problem }: UpdateRowsProps) {
  const replace = (row: UpdateRowDraft) =>
    onChange(rows.map((other) => (other.id === row.id ? row : other)));
  return (
    <section className={classes.part} aria-label="Update">
      <h3>Update</h3>
      {rows.map((row, index) => (
        <UpdateRow
          key={row.id}
          row={row}
          name={`Update ${index + 1}`}
          onChange={replace}
          onRemove={() => onChange(rows.filter(({ id }) => id !== row.id))}
          problem={problem?.rowId === row.id ? problem.message : undefined}
        />
      ))}
      <Button
        variant="subtle"
        className={classes.add ?? ''}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...rows, newUpdateRow()])}
      >
        Add update
      </Button>
    </section>
  );
}

type UpdateRowProps = {
  readonly row: UpdateRowDraft;
  readonly name: string;
  readonly onChange: (row: UpdateRowDraft) => void;
  readonly onRemove: () => void;
  readonly problem: string | undefined;
};

function UpdateRow({ row, name, onChange, onRemove, problem }: UpdateRowProps) {
  const { operation } = row;
  const start = startOf(operation);
  return (
    <div>
      <div className={classes.row}>
        <Choice
          label={`${name} operation`}
          withLabel={false}
          className={classes.operation ?? ''}
          options={operationOptions}
          value={operation}
          onChange={(picked) => onChange(withOperation(row, picked))}
        />
        <TextInput
          aria-label={`${name} attribute`}
          className={classes.path ?? ''}
          placeholder="price or info.tags[0]"
          value={row.path}
          onChange={(event) => onChange({ ...row, path: event.currentTarget.value })}
        />
        {operation !== 'REMOVE' && (
          <OperandInput
            label={`${name} value`}
            operand={row.operand}
            onChange={(operand) => onChange({ ...row, operand })}
            types={typesOf[operation]}
            takesAttribute={operation !== 'ADD' && operation !== 'DELETE'}
          />
        )}
        <IconButton label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>
          <IconTrash size={16} />
        </IconButton>
      </div>
      {start && (
        <Checkbox
          className={classes.under ?? ''}
          label={`Start from ${'N' in start ? '0' : 'an empty list'} where the attribute is missing`}
          checked={row.startsFromNothing}
          onChange={(event) => onChange({ ...row, startsFromNothing: event.currentTarget.checked })}
        />
      )}
      {problem !== undefined && <p className={classes.problem}>{problem}</p>}
    </div>
  );
}
