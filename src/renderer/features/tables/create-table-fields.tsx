import { Button, Input, Radio, Switch, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { withIndex } from './create-table-form.ts';
import type { CreateTableForm } from './create-table-form.ts';
import { IndexFieldset } from './index-fields.tsx';
import { KeyFieldsRow } from './key-fields-row.tsx';
import classes from './create-table.module.css';

export type CreateTableFieldsProps = {
  readonly form: CreateTableForm;
  /** What is wrong with a field, in words. */
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (form: CreateTableForm) => void;
};

/** The fields of a table to be created. */
export function CreateTableFields({ form, problemOf, onChange }: CreateTableFieldsProps) {
  const change = (changed: Partial<CreateTableForm>) => onChange({ ...form, ...changed });
  return (
    <>
      <TextInput
        label="Table name"
        placeholder="Books"
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        value={form.tableName}
        error={problemOf('tableName')}
        onChange={(event) => change({ tableName: event.currentTarget.value })}
      />
      <KeyFieldsRow
        nameLabel="Partition key"
        typeLabel="Partition key type"
        placeholder="book_id"
        fields={form.partitionKey}
        problem={problemOf('partitionKey')}
        onChange={(partitionKey) => change({ partitionKey })}
      />
      <Switch
        label="Sort key"
        checked={form.withSortKey}
        onChange={(event) => change({ withSortKey: event.currentTarget.checked })}
      />
      {form.withSortKey && (
        <KeyFieldsRow
          nameLabel="Sort key name"
          typeLabel="Sort key type"
          placeholder="title"
          fields={form.sortKey}
          problem={problemOf('sortKey')}
          onChange={(sortKey) => change({ sortKey })}
        />
      )}
      <BillingFields form={form} problemOf={problemOf} onChange={onChange} />
      <IndexesFields form={form} problemOf={problemOf} onChange={onChange} />
    </>
  );
}

function BillingFields({ form, problemOf, onChange }: CreateTableFieldsProps) {
  return (
    <section className={classes.section}>
      <Radio.Group
        label="Billing"
        value={form.billing}
        onChange={(billing) =>
          onChange({ ...form, billing: billing === 'provisioned' ? 'provisioned' : 'on-demand' })
        }
      >
        <div className={classes.radios}>
          <Radio value="on-demand" label="On-demand" />
          <Radio value="provisioned" label="Provisioned" />
        </div>
      </Radio.Group>
      {form.billing === 'provisioned' && (
        <div className={classes.pair}>
          <TextInput
            label="Read capacity units"
            inputMode="numeric"
            value={form.readCapacityUnits}
            error={problemOf('readCapacityUnits')}
            onChange={(event) =>
              onChange({ ...form, readCapacityUnits: event.currentTarget.value })
            }
          />
          <TextInput
            label="Write capacity units"
            inputMode="numeric"
            value={form.writeCapacityUnits}
            error={problemOf('writeCapacityUnits')}
            onChange={(event) =>
              onChange({ ...form, writeCapacityUnits: event.currentTarget.value })
            }
          />
        </div>
      )}
    </section>
  );
}

function IndexesFields({ form, problemOf, onChange }: CreateTableFieldsProps) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <span className={classes.sectionTitle}>Secondary indexes</span>
        <Button leftSection={<IconPlus size={15} />} onClick={() => onChange(withIndex(form))}>
          Add index
        </Button>
      </div>
      {form.indexes.map((index, place) => (
        <IndexFieldset
          key={index.id}
          number={place + 1}
          index={index}
          problemOf={(part) => problemOf(`indexes[${place}].${part}`)}
          onChange={(changed) =>
            onChange({
              ...form,
              indexes: form.indexes.map((other) => (other === index ? changed : other)),
            })
          }
          onRemove={() =>
            onChange({ ...form, indexes: form.indexes.filter((other) => other !== index) })
          }
        />
      ))}
      {problemOf('indexes') !== undefined && <Input.Error>{problemOf('indexes')}</Input.Error>}
    </section>
  );
}
