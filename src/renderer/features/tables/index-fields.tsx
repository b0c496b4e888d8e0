import { Input, Switch, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ProjectionType } from '../../../domain/table-schema.ts';
import { Choice } from '../../ui/choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { IndexFields } from './create-table-form.ts';
import { KeyFieldsRow } from './key-fields-row.tsx';
import classes from './create-table.module.css';

const kinds: { value: IndexFields['kind']; label: string }[] = [
  { value: 'global', label: 'Global' },
  { value: 'local', label: 'Local' },
];

const projections: { value: ProjectionType; label: string }[] = [
  { value: 'ALL', label: 'All attributes' },
  { value: 'KEYS_ONLY', label: 'Keys only' },
  { value: 'INCLUDE', label: 'Include' },
];

type IndexFieldsProps = {
  /** Its place among the indexes, from 1. */
  readonly number: number;
  readonly index: IndexFields;
  /** What is wrong, by `name`, `kind`, `partitionKey`, `sortKey`, `nonKeyAttributes`. */
  readonly problemOf: (part: string) => string | undefined;
  readonly onChange: (index: IndexFields) => void;
  readonly onRemove: () => void;
};

/** One index of the table to be created. */
export function IndexFieldset(props: IndexFieldsProps) {
  const { number, index, problemOf, onChange, onRemove } = props;
  const local = index.kind === 'local';
  return (
    <fieldset className={classes.index}>
      <legend className="visually-hidden">{`Index ${number}`}</legend>
      <div className={classes.indexHead}>
        <Segmented
          label={`Kind of index ${number}`}
          options={kinds}
          value={index.kind}
          onChange={(kind) => onChange({ ...index, kind })}
        />
        <span className={classes.note}>
          {local
            ? 'The table’s partition key with another sort key.'
            : 'Any partition key, with or without a sort key.'}
        </span>
        <IconButton label={`Remove index ${number}`} onClick={onRemove}>
          <IconTrash size={16} />
        </IconButton>
      </div>
      {problemOf('kind') !== undefined && <Input.Error>{problemOf('kind')}</Input.Error>}
      <div className={classes.key}>
        <TextInput
          label="Index name"
          value={index.name}
          error={problemOf('name')}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange({ ...index, name: event.currentTarget.value })}
        />
        <Choice
          label="Projection"
          options={projections}
          value={index.projection}
          onChange={(projection) => onChange({ ...index, projection })}
        />
      </div>
      {index.projection === 'INCLUDE' && (
        <TagsInput
          size="xs"
          label="Attributes to include"
          description="Press Enter after each name."
          error={problemOf('nonKeyAttributes')}
          splitChars={[]}
          acceptValueOnBlur
          value={[...index.nonKeyAttributes]}
          onChange={(nonKeyAttributes) => onChange({ ...index, nonKeyAttributes })}
        />
      )}
      {!local && (
        <KeyFieldsRow
          nameLabel="Index partition key"
          typeLabel="Index partition key type"
          fields={index.partitionKey}
          problem={problemOf('partitionKey')}
          onChange={(partitionKey) => onChange({ ...index, partitionKey })}
        />
      )}
      {!local && (
        <Switch
          label="Index sort key"
          checked={index.withSortKey}
          onChange={(event) => onChange({ ...index, withSortKey: event.currentTarget.checked })}
        />
      )}
      {(local || index.withSortKey) && (
        <KeyFieldsRow
          nameLabel="Index sort key name"
          typeLabel="Index sort key type"
          fields={index.sortKey}
          problem={problemOf('sortKey')}
          onChange={(sortKey) => onChange({ ...index, sortKey })}
        />
      )}
    </fieldset>
  );
}
