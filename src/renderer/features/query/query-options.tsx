import { Button, Popover, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyAttribute } from '../../../domain/table-schema.ts';
import classes from './query-bar.module.css';
import { optionsInWords, orderWords } from './query-form.ts';
import type { QueryForm } from './query-form.ts';

type QueryOptionsProps = {
  form: QueryForm;
  onChange: (form: QueryForm) => void;
  /** A global index cannot be read consistently. */
  global: boolean;
  /** The sort key that a Query reads along. */
  sortKey: KeyAttribute | undefined;
  invalid: boolean;
  problemId: string;
};

/** What is seldom changed: limit, order, consistent read. What is set stands on the button. */
export function QueryOptions(props: QueryOptionsProps) {
  const { form, onChange, global, sortKey, invalid, problemId } = props;
  const [opened, setOpened] = useState(false);
  const summary = optionsInWords(form, sortKey);
  const [forward, backward] = orderWords(sortKey);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          leftSection={<IconAdjustmentsHorizontal size={16} />}
          onClick={() => setOpened(!opened)}
          data-invalid={invalid || undefined}
          title="Options: limit, order, consistent read"
        >
          <span data-word>Options</span>
          {summary !== '' && <span className={classes.optionsSummary}>{summary}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.options}>
          <TextInput
            label="Limit"
            description="Items of a page; 100 where nothing is said."
            inputMode="numeric"
            autoComplete="off"
            value={form.limit}
            error={invalid}
            aria-describedby={invalid ? problemId : undefined}
            onChange={(event) => onChange({ ...form, limit: event.currentTarget.value })}
          />
          {form.kind === 'Query' && sortKey !== undefined && (
            <SegmentedControl
              aria-label="Order by the sort key"
              data={[forward, backward]}
              value={form.descending ? backward : forward}
              onChange={(order) => onChange({ ...form, descending: order === backward })}
            />
          )}
          <Switch
            label="Consistent read"
            description={
              global
                ? 'A global index cannot be read consistently.'
                : 'Sees every write before it; costs twice as much.'
            }
            disabled={global}
            checked={form.consistentRead}
            onChange={(event) => onChange({ ...form, consistentRead: event.currentTarget.checked })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
