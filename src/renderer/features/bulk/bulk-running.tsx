import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { BulkProgress } from '../../../contract/bulk.ts';
import { count, duration } from '../../ui/amounts.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { fullCount } from '../../ui/numbers.ts';
import classes from './bulk-dialog.module.css';
import { BulkRecord } from './bulk-record.tsx';
import { paceOf, resultText, triedOf } from './bulk-words.ts';
import { focusShown } from './focus-shown.ts';
import { ItemProblems } from './item-problems.tsx';
import type { BulkStep } from './use-bulk-run.ts';

type BulkRunningProps = {
  readonly step: Extract<BulkStep, { step: 'running' | 'done' }>;
  /** True where the dialog was to be closed meanwhile. */
  readonly asking: boolean;
  readonly onGoOn: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
};

/** Writes under way, or what they did, with their record. */
export function BulkRunning({ step, asking, onGoOn, onCancel, onClose }: BulkRunningProps) {
  const { progress, job } = step;
  const [recordOpened, setRecordOpened] = useState(false);
  const done = step.step === 'done';
  const cancelling = step.step === 'running' && step.cancelling;
  return (
    <div className={classes.step}>
      <div ref={focusShown} tabIndex={-1} className={classes.content}>
        {progress && <ProgressOfRun progress={progress} done={done} />}
        {done && progress && <Result progress={progress} kind={job.act.kind} />}
        {done && step.error !== undefined && <ErrorNotice error={step.error} />}
        {progress && (
          <ItemProblems
            problems={progress.failures}
            total={progress.conflicts + progress.failed}
            heading={`${count(progress.conflicts + progress.failed, 'item')} not written`}
          />
        )}
        {done && progress && (
          <>
            <div className={classes.record}>
              <span className={classes.path} title={progress.recordPath}>
                {progress.recordPath}
              </span>
              <CopyButton value={progress.recordPath} label="Copy record path" />
            </div>
            <p className={classes.quiet}>
              {job.target.kind === 'table'
                ? 'The record says which keys were deleted. What the items held was not read.'
                : 'The record says what each item was before: what it takes to put it back.'}
            </p>
            {recordOpened && <BulkRecord recordId={progress.recordId} />}
          </>
        )}
      </div>
      <div className={classes.footer}>
        {asking && <span className={classes.footerNote}>Stop here? What is written stays.</span>}
        {cancelling && <span className={classes.footerNote}>Ending what is under way…</span>}
        {!done && asking && <Button onClick={onGoOn}>Go on</Button>}
        {!done && (
          <Button
            disabled={cancelling}
            {...(asking ? { variant: 'filled', color: 'red' } : {})}
            onClick={onCancel}
          >
            {asking ? 'Stop' : 'Cancel'}
          </Button>
        )}
        {done && progress && (
          <Button aria-expanded={recordOpened} onClick={() => setRecordOpened(!recordOpened)}>
            {recordOpened ? 'Hide record' : 'Show record'}
          </Button>
        )}
        {done && (
          <Button ref={focusShown} variant="filled" onClick={onClose}>
            Close
          </Button>
        )}
      </div>
    </div>
  );
}

function ProgressOfRun({ progress, done }: { progress: BulkProgress; done: boolean }) {
  const { fraction, rate, millisecondsLeft } = paceOf(progress);
  const percent = Math.floor(fraction * 100);
  const facts = [`${fullCount(triedOf(progress))} of ${count(progress.itemCount, 'item')}`];
  if (rate !== undefined) facts.push(`${count(Math.round(rate), 'item')} a second`);
  if (!done && millisecondsLeft !== undefined) facts.push(`${duration(millisecondsLeft)} left`);
  if (progress.consumedCapacity !== undefined) {
    facts.push(count(progress.consumedCapacity, 'write unit'));
  }
  if (done) facts.push(duration(progress.elapsedMs));
  return (
    <>
      <Progress.Root
        size={6}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a progress element cannot take the colours of the scheme
        role="progressbar"
        aria-label="Bulk progress"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${percent}%, ${facts.join(', ')}`}
      >
        <Progress.Section value={fraction * 100} withAria={false} color="var(--accent)" />
      </Progress.Root>
      <p className={classes.quiet}>{facts.join(' · ')}</p>
    </>
  );
}

function Result({
  progress,
  kind,
}: {
  progress: BulkProgress;
  kind: Parameters<typeof resultText>[1];
}) {
  const good = progress.state === 'complete' && progress.conflicts + progress.failed === 0;
  return (
    <output className={classes.check} data-good={good || undefined} aria-label="Bulk result">
      {good ? (
        <IconCircleCheck size={16} aria-hidden />
      ) : (
        <IconAlertTriangle size={16} aria-hidden />
      )}
      <strong>{resultText(progress, kind)}</strong>
    </output>
  );
}
