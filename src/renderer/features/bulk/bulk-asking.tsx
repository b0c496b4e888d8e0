import { Button } from '@mantine/core';
import { useState } from 'react';
import { keyNames } from '../../../domain/table-schema.ts';
import { Choice } from '../../ui/choice.tsx';
import { count } from '../../ui/amounts.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { BulkDialogProps } from './bulk-dialog.tsx';
import classes from './bulk-dialog.module.css';
import { BulkFields } from './bulk-fields.tsx';
import { actOf, isProblem, targetOf } from './bulk-form.ts';
import type { BulkForm, FormProblem } from './bulk-form.ts';
import type { BulkRows } from './bulk-rows.ts';
import { actNames, rowChoices, whyNotWrite } from './bulk-words.ts';
import type { BulkJob } from './use-bulk-run.ts';

type BulkAskingProps = Omit<BulkDialogProps, 'onWritten'> & {
  readonly form: BulkForm;
  readonly onChange: (form: BulkForm) => void;
  /** Why the last dry run ended. */
  readonly error: unknown;
  readonly onDryRun: (job: BulkJob) => void;
};

const kinds = ['set', 'remove', 'delete-elements', 'delete'] as const;

/** What is to be done, and to which rows. */
export function BulkAsking(props: BulkAskingProps) {
  const { connection, table, rows, form, onChange, error, onDryRun, onClose } = props;
  const [problem, setProblem] = useState<FormProblem>();
  const refused = whyNotWrite(connection);
  const wanted = form.rows === 'selected' ? rows.selected.rowCount : rows.rowCount;
  const target = targetOf(form, rows);
  const change = (next: Partial<BulkForm>) => {
    setProblem(undefined);
    onChange({ ...form, ...next });
  };
  const dryRun = () => {
    const act = actOf(form, table);
    if (isProblem(act)) return setProblem(act);
    if (target !== undefined && wanted > 0 && refused === undefined) onDryRun({ target, act });
  };
  const keys = keyNames(table);
  return (
    <form
      className={classes.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dryRun();
      }}
    >
      <div className={classes.content}>
        <Segmented
          label="Rows"
          options={rowChoices(rows)}
          value={form.rows}
          onChange={(next) => change({ rows: next })}
        />
        <RowsNotes {...props} />
        <Choice
          label="What to do"
          options={kinds.map((kind) => ({ value: kind, label: actNames[kind] }))}
          value={form.kind}
          onChange={(kind) => change({ kind })}
        />
        <BulkFields
          form={form}
          known={props.known.filter(({ name }) => !keys.includes(name))}
          problem={problem}
          onChange={change}
        />
        {error !== undefined && <ErrorNotice error={error} title="Nothing was written" />}
      </div>
      <div className={classes.footer}>
        <span className={classes.footerNote}>{refused ?? 'A dry run writes nothing.'}</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="filled"
          disabled={refused !== undefined || target === undefined || wanted === 0 || rows.loading}
        >
          Dry run
        </Button>
      </div>
    </form>
  );
}

/** What the chosen rows leave out, and the way to more of them. */
function RowsNotes({ form, rows, onLoadAll }: BulkAskingProps) {
  const notes = rowsNotes(form, rows);
  const canLoad = form.rows === 'all' && !rows.complete;
  if (notes.length === 0 && !canLoad) return null;
  return (
    <div className={classes.notes}>
      {canLoad && (
        <div className={classes.more}>
          <span>
            Not everything that matches is loaded: this is about the {count(rows.rowCount, 'row')}{' '}
            that {rows.rowCount === 1 ? 'is' : 'are'}.
          </span>
          <Button loading={rows.loading} onClick={onLoadAll}>
            Load all first
          </Button>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} className={classes.quiet}>
          {note}
        </p>
      ))}
    </div>
  );
}

function rowsNotes(form: BulkForm, rows: BulkRows): string[] {
  const notes: string[] = [];
  if (rows.readAnew) notes.push('Some rows were written since they were read: all are read again.');
  if (rows.stagedCount > 0) {
    notes.push(
      `${count(rows.stagedCount, 'staged change')} stay staged: this is about the items as they ` +
        `are in the table.`,
    );
  }
  const { leftOut } = rows.selected;
  if (form.rows === 'selected' && leftOut > 0) {
    notes.push(
      `${count(leftOut, 'selected row')} left out: only staged, or new since the rows were read.`,
    );
  }
  return notes;
}
