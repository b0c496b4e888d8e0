import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Fragment, useEffect, useRef } from 'react';
import { typeOf } from '../../../domain/attribute-value.ts';
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
  /** An item that is there keeps its key. */
  keyLocked: boolean;
  /** The row that holds a problem. */
  invalidRow: number | undefined;
};

/** One row for each attribute: name, type, value. */
export function ItemForm({ schema, rows, onChange, keyLocked, invalidRow }: ItemFormProps) {
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
      {keyLocked && (
        <p className={classes.hint}>
          The key of an item stays as it is; for another key, add an item.
        </p>
      )}
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
              initialFocus={!keyLocked && index === 0}
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
