import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import { BudgetLine } from './budget-button.tsx';
import { FilterRowFields } from './filter-row.tsx';
import type { KnownAttribute } from './filter-row.tsx';
import { IndexSelect } from './index-select.tsx';
import { KeyCondition } from './key-condition.tsx';
import type { QueryProblem } from './plan-read.ts';
import classes from './query-bar.module.css';
import {
  addFilter,
  changeFilter,
  chooseIndex,
  indexOf,
  removeFilter,
  schemaOf,
} from './query-form.ts';
import type { QueryForm } from './query-form.ts';
import { QueryOptions } from './query-options.tsx';

type QueryBarProps = {
  table: TableDescription;
  form: QueryForm;
  onChange: (form: QueryForm) => void;
  onRun: () => void;
  problem: QueryProblem | undefined;
  /** Attributes seen in the table, to choose from. */
  known: readonly KnownAttribute[];
  /** What stands beside Run. */
  children?: ReactNode;
};

/** The request as a sentence: what is read, which keys, where what holds; Enter runs it. */
export function QueryBar(props: QueryBarProps) {
  const { table, form, onChange, onRun, problem, known, children } = props;
  const problemId = useId();
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <div className={classes.bar} data-kind={form.kind}>
        <SegmentedControl
          aria-label="Kind of read"
          data={['Scan', 'Query']}
          value={form.kind}
          onChange={(kind) => onChange({ ...form, kind: kind === 'Query' ? 'Query' : 'Scan' })}
        />
        <IndexSelect
          table={table}
          indexName={form.indexName}
          onChange={(indexName) => onChange(chooseIndex(form, indexName, table))}
        />
        {form.kind === 'Query' && (
          <KeyCondition
            schema={schemaOf(form, table)}
            form={form}
            onChange={onChange}
            invalid={problem?.field}
            problemId={problemId}
          />
        )}
        <div className={classes.means}>
          <Button leftSection={<IconPlus size={14} />} onClick={() => onChange(addFilter(form))}>
            Add filter
          </Button>
          <QueryOptions
            form={form}
            onChange={onChange}
            sortKey={schemaOf(form, table).sortKey}
            global={indexOf(form, table)?.kind === 'global'}
            invalid={problem?.field === 'limit'}
            problemId={problemId}
          />
        </div>
        <div className={classes.end}>
          {children}
          <Button type="submit" variant="filled">
            Run
            <span className={classes.enter} aria-hidden="true">
              ⏎
            </span>
          </Button>
        </div>
      </div>
      {form.filters.length > 0 && (
        <div className={classes.filters}>
          {form.filters.map((filter, index) => (
            <FilterRowFields
              key={filter.id}
              filter={filter}
              number={index + 1}
              known={known}
              invalid={problem?.field === filter.id}
              problemId={problemId}
              onChange={(changed) => onChange(changeFilter(form, changed))}
              onRemove={() => onChange(removeFilter(form, filter.id))}
            />
          ))}
          <BudgetLine />
        </div>
      )}
      {problem !== undefined && (
        <div id={problemId} className={classes.problem} role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" />
          {problem.message}
        </div>
      )}
    </form>
  );
}
