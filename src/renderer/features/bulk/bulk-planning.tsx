import { Button, Loader, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { count } from '../../ui/amounts.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import classes from './bulk-dialog.module.css';
import { ExampleRequest } from './example-request.tsx';
import { focusShown } from './focus-shown.ts';
import { ItemProblems } from './item-problems.tsx';
import { fewItems, planFacts, planNotes, runName } from './bulk-words.ts';
import type { BulkStep } from './use-bulk-run.ts';

type BulkPlanningProps = {
  readonly connection: Connection;
  readonly tableName: string;
  readonly step: Extract<BulkStep, { step: 'planning' | 'planned' }>;
  readonly onBack: () => void;
  readonly onRun: () => void;
};

/** A dry run under way, or what it says; and the way from there to the writes. */
export function BulkPlanning({ connection, tableName, step, onBack, onRun }: BulkPlanningProps) {
  const { plan, job } = step;
  const [typed, setTyped] = useState('');
  const { kind } = job.act;
  const changeCount = plan?.changeCount ?? 0;
  const deletesMany = kind === 'delete' && (changeCount > fewItems || job.target.kind === 'table');
  const named = !deletesMany || typed === tableName;
  const ready = step.step === 'planned' && changeCount > 0;
  return (
    <form
      className={classes.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && named) onRun();
      }}
    >
      <div className={classes.content}>
        {step.step === 'planning' ? (
          <output className={classes.reading}>
            <Loader size={14} aria-hidden /> Dry run: {count(plan?.itemCount ?? 0, 'item')} looked
            at…
          </output>
        ) : (
          <>
            {/* Not the button that writes has the focus: Enter is soon pressed twice. */}
            <output ref={focusShown} tabIndex={-1} aria-label="Dry run" className={classes.facts}>
              {planFacts(step.plan, kind).map((fact, index) => (
                <span key={fact} data-first={index === 0 || undefined}>
                  {fact}
                </span>
              ))}
            </output>
            {planNotes(step.plan).map((note) => (
              <p key={note} className={classes.quiet}>
                {note}
              </p>
            ))}
            <ItemProblems
              problems={step.plan.impossible}
              total={step.plan.impossibleCount}
              heading={`${count(step.plan.impossibleCount, 'item')} cannot be ${kind === 'delete' ? 'deleted' : 'changed'}`}
            />
            {step.plan.example && <ExampleRequest example={step.plan.example} />}
            {ready && (
              <p className={classes.place}>
                <StatusDot colour={connection.colour} />
                <span>
                  {connection.name} · {connection.region} · {tableName}
                </span>
              </p>
            )}
            {ready && deletesMany && (
              <TextInput
                label="Type the table's name to confirm"
                ref={focusShown}
                spellCheck={false}
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </>
        )}
      </div>
      <div className={classes.footer}>
        <span className={classes.footerNote}>
          {ready && connection.guard === 'confirm-writes'
            ? `${connection.name} asks before it is written to.`
            : ready && 'It cannot be undone; a record is kept.'}
        </span>
        <Button onClick={onBack}>{step.step === 'planning' ? 'Cancel' : 'Back'}</Button>
        {step.step === 'planned' && (
          <Button
            type="submit"
            variant="filled"
            {...(kind === 'delete' ? { color: 'red' } : {})}
            disabled={!ready || !named}
          >
            {runName(kind, changeCount)}
          </Button>
        )}
      </div>
    </form>
  );
}
