import { Button, Switch } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { ExpressionField } from './expression-field.tsx';
import classes from './operations-panel.module.css';
import type { Operation, OperationOptions } from './operation-draft.ts';
import type { Problems } from './operation-request.ts';
import { readValues } from './read-attributes.ts';

type ExpressionFieldsProps = {
  readonly operation: Operation;
  readonly partitionKey: string;
  readonly options: OperationOptions;
  readonly onChange: (change: Partial<OperationOptions>) => void;
  readonly problems: Problems;
  readonly attempt: number;
  readonly onBuild: () => void;
};

/** The expressions that an operation takes, with their names and values. */
export function ExpressionFields(props: ExpressionFieldsProps) {
  const { operation, partitionKey, options, onChange, problems, attempt, onBuild } = props;
  const isRead = operation === 'GetItem';
  return (
    <>
      {operation === 'UpdateItem' && (
        <ExpressionField
          label="Update expression"
          placeholder="SET price = :price REMOVE isbn"
          value={options.update}
          onChange={(update) => onChange({ update })}
          problem={problems.update}
          attempt={attempt}
        />
      )}
      {isRead ? (
        <ExpressionField
          label="Projection expression"
          placeholder="title, info.tags[0]"
          value={options.projection}
          onChange={(projection) => onChange({ projection })}
          problem={problems.projection}
          attempt={attempt}
        />
      ) : (
        <ExpressionField
          label="Condition expression"
          placeholder={
            operation === 'PutItem' ? `attribute_not_exists(${partitionKey})` : 'price > :low AND …'
          }
          value={options.condition}
          onChange={(condition) => onChange({ condition })}
          problem={problems.condition}
          attempt={attempt}
        />
      )}
      {!isRead && (
        <Button
          variant="subtle"
          className={classes.build ?? ''}
          leftSection={<IconListDetails size={16} aria-hidden />}
          onClick={onBuild}
        >
          Build from rows
        </Button>
      )}
      <div className={classes.field}>
        <div className={classes.label}>
          <span>Expression attribute names</span>
        </div>
        <CodeEditor
          label="Expression attribute names"
          language="json"
          minHeight={28}
          maxHeight={140}
          placeholder={'{"#p": "price"}'}
          value={options.names}
          onChange={(names) => onChange({ names })}
          problem={problems.names}
        />
      </div>
      {isRead ? (
        <Switch
          label="Consistent read"
          checked={options.consistentRead}
          onChange={(event) => onChange({ consistentRead: event.currentTarget.checked })}
        />
      ) : (
        <ValuesField
          value={options.values}
          onChange={(values) => onChange({ values })}
          problem={problems.values}
        />
      )}
    </>
  );
}

type ValuesFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: Problems['values'];
};

function ValuesField({ value, onChange, problem }: ValuesFieldProps) {
  const read = readValues(value);
  const isTyped = read.ok && read.format === 'dynamodb-json';
  const form = read.ok && value.trim() !== '' ? (isTyped ? 'DynamoDB JSON' : 'JSON') : undefined;
  return (
    <div className={classes.field}>
      <div className={classes.label}>
        <span>Expression attribute values</span>
        {form !== undefined && <span className={classes.form}>read as {form}</span>}
      </div>
      <CodeEditor
        label="Expression attribute values"
        language="json"
        minHeight={28}
        maxHeight={180}
        placeholder={'{":p": 10}  or  {":p": {"N": "10"}}'}
        value={value}
        onChange={onChange}
        problem={problem}
      />
    </div>
  );
}
