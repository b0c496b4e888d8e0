import { Select } from '@mantine/core';
import type { TableDescription } from '../../../contract/tables.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { IndexDescription } from '../../../domain/table-schema.ts';
import classes from './index-select.module.css';
import barClasses from './query-bar.module.css';

// An index may have any name that a table may have: the prefix keeps it apart.
const tableValue = 'table';
const valueOf = (name: string | undefined) => (name === undefined ? tableValue : `index:${name}`);

type IndexSelectProps = {
  table: TableDescription;
  indexName: string | undefined;
  onChange: (indexName: string | undefined) => void;
};

/** Chooses what is read: the table itself, or one of its indexes. */
export function IndexSelect({ table, indexName, onChange }: IndexSelectProps) {
  const byValue = new Map(table.indexes.map((index) => [valueOf(index.name), index]));
  return (
    <Select
      aria-label="Index"
      className={barClasses.index}
      data={[
        { value: tableValue, label: `Table: ${table.tableName}` },
        ...table.indexes.map(({ name }) => ({ value: valueOf(name), label: name })),
      ]}
      value={valueOf(indexName)}
      allowDeselect={false}
      withCheckIcon={false}
      maxDropdownHeight={320}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(value) => onChange(value === null ? undefined : byValue.get(value)?.name)}
      renderOption={({ option }) => (
        <IndexOption label={option.label} index={byValue.get(option.value)} table={table} />
      )}
    />
  );
}

type IndexOptionProps = {
  label: string;
  index: IndexDescription | undefined;
  table: TableDescription;
};

function IndexOption({ label, index, table }: IndexOptionProps) {
  const kind = index === undefined ? '' : `${index.kind} · `;
  return (
    <span className={classes.option}>
      {label}
      <span className={classes.keys} aria-hidden="true">
        {kind + keyNames(index ?? table).join(', ')}
      </span>
    </span>
  );
}
