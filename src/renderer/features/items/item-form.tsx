import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Fragment, useEffect, useRef } from 'react';
import { typeOf } from '../../../domain/attribute-value.ts';
import { checkKeyValue } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { changeType } from '../values/default-value.ts';
import { TypeSelect } from '../values/type-select.tsx';
import { ValueInput } from '../values/value-input.tsx';
import classes from './item-dialog.module.css';
import { addRow, changeRow, removeRow } from './item-draft.ts';
import type { FormRow } from './item-draft.ts';

type ItemFormProps = {
  schema: KeySchema;
  rows: readonly FormRow[];
  onChange: (rows: readonly FormRow[]) => void;
  /** There is no such item yet. */
  isNew: boolean;
  /** An item that is there keeps its key, unless it is to be moved. */
  keyLocked: boolean;
  onChangeKey: () => void;
  /** Why this key is none that can be written. */
  keyProblem: string | undefined;
  /** The row that holds a problem. */
  invalidRow: number | undefined;
};

/** One row for each attribute: name, type, value. */
export function ItemForm(props: ItemFormProps) {
  const { schema, rows, onChange, keyLocked, invalidRow } = props;
  const keyBadge = (name: string) => {
    if (name === schema.partitionKey.name) return 'PK';
    return name === schema.sortKey?.name ? 'SK' : undefined;
  };
  const form = useRef<HTMLDivElement>(null);
  const isAdding = useRef(false);
  // Whoever adds an attribute goes on with its name.
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    [...(form.current?.querySelectorAll<HTMLElement>('[data-name]') ?? [])].at(-1)?.focus();
  });
  return (
    <div className={classes.form} ref={form}>
      <KeyHint {...props} />
      {rows.map((row, index) => {
        const badge = keyBadge(row.name);
        // A key may be typed as a name once more: the first is the key's row, the other a mistake.
        const isKey =
          badge !== undefined && rows.findIndex(({ name }) => name === row.name) === index;
        return (
          <Fragment key={row.id}>
            {isKey ? (
              <span className={classes.keyName} title={row.name}>
                <span>{row.name}</span>
                <span className={classes.badge} aria-hidden="true">
                  {badge}
                </span>
              </span>
            ) : (
              <TextInput
                className={classes.name}
                aria-label="Attribute name"
                placeholder="name"
                autoComplete="off"
                spellCheck={false}
                error={invalidRow === row.id}
                value={row.name}
                title={row.name}
                data-name
                onChange={(event) =>
                  onChange(changeRow(rows, { ...row, name: event.currentTarget.value }))
                }
              />
            )}
            <AttributeFields
              row={row}
              locked={isKey ? (keyLocked ? 'all' : 'type') : undefined}
              initialFocus={props.isNew && index === 0}
              onChange={(changed) => onChange(changeRow(rows, changed))}
            />
            {isKey ? (
              <span />
            ) : (
              <ActionIcon
                aria-label={`Remove ${row.name}`}
                onClick={() => onChange(removeRow(rows, row.id))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
            {isKey && <KeyValueProblem schema={schema} row={row} />}
          </Fragment>
        );
      })}
      <Button
        className={classes.add}
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          isAdding.current = true;
          onChange(addRow(rows));
        }}
      >
        Add attribute
      </Button>
    </div>
  );
}

/** What may be done to the key, and what is wrong with it as it is. */
function KeyHint({ isNew, keyLocked, onChangeKey, keyProblem }: ItemFormProps) {
  if (keyLocked)
    return (
      <p className={classes.hint}>
        The key of an item stays as it is.{' '}
        <Button variant="subtle" size="compact-xs" onClick={onChangeKey}>
          Change key…
        </Button>
      </p>
    );
  if (!isNew)
    return (
      <p className={classes.hint}>
        With another key, this item is deleted and put under the new key, in one transaction.
      </p>
    );
  return keyProblem === undefined ? null : <p className={classes.warning}>{keyProblem}</p>;
}

/** Says at once that a key needs a value, or another one. */
function KeyValueProblem({ schema, row }: { schema: KeySchema; row: FormRow }) {
  const isPartitionKey = row.name === schema.partitionKey.name;
  const attribute = isPartitionKey ? schema.partitionKey : schema.sortKey;
  if (attribute === undefined) return null;
  // A number that is none yet is told by its input.
  if ('N' in row.value && row.value.N !== '') return null;
  const isEmpty = Object.values(row.value).every((value) => value === '');
  const role = isPartitionKey ? 'partition key' : 'sort key';
  const problem = isEmpty ? 'A key needs a value.' : checkKeyValue(attribute, role, row.value);
  return problem === undefined ? null : <span className={classes.keyProblem}>{problem}</span>;
}

type AttributeFieldsProps = {
  row: FormRow;
  locked: 'type' | 'all' | undefined;
  initialFocus: boolean;
  onChange: (row: FormRow) => void;
};

function AttributeFields({ row, locked, initialFocus, onChange }: AttributeFieldsProps) {
  const label = row.name === '' ? 'New attribute' : row.name;
  return (
    <>
      <TypeSelect
        compact
        label={`${label} type`}
        value={typeOf(row.value)}
        disabled={locked !== undefined}
        onChange={(type) => onChange({ ...row, value: changeType(row.value, type) })}
      />
      <ValueInput
        label={label}
        value={row.value}
        disabled={locked === 'all'}
        initialFocus={initialFocus}
        onChange={(value) => onChange({ ...row, value })}
      />
    </>
  );
}
