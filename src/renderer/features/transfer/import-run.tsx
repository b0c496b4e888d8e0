import { Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { fullCount } from '../../ui/numbers.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './import-dialog.module.css';
import { count, duration, importPace, resultText } from './import-words.ts';
import { RejectedRows } from './rejected-rows.tsx';
import type { ImportRun } from './use-import-run.ts';

/** An import under way, or what it did. */
export function RunOfImport({ run }: { run: Exclude<ImportRun, { step: 'ready' }> }) {
  const { preview, progress } = run;
  const pace = importPace(progress, preview.rowCount);
  const percent = Math.floor(pace.fraction * 100);
  const done = (progress?.rowsWritten ?? 0) + (progress?.rejectedCount ?? 0);
  const facts = [`${fullCount(done)} of ${count(preview.rowCount, 'row')}`];
  if (pace.rate !== undefined) facts.push(`${count(Math.round(pace.rate), 'row')} a second`);
  if (run.step === 'running' && pace.millisecondsLeft !== undefined) {
    facts.push(`${duration(pace.millisecondsLeft)} left`);
  }
  if (progress && progress.retries > 0) facts.push(count(progress.retries, 'retry', 'retries'));
  if (progress?.consumedCapacity !== undefined) {
    facts.push(count(progress.consumedCapacity, 'write unit'));
  }
  if (run.step === 'done' && progress) facts.push(duration(progress.elapsedMs));
  return (
    <>
      <Progress.Root
        size={6}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a progress element cannot take the colours of the scheme
        role="progressbar"
        aria-label="Import progress"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${percent}%, ${facts.join(', ')}`}
      >
        <Progress.Section value={pace.fraction * 100} withAria={false} color="var(--accent)" />
      </Progress.Root>
      <p className={classes.quiet}>{facts.join(' · ')}</p>
      {run.step === 'done' && <Result run={run} />}
      <RejectedRows
        rejected={progress?.rejected ?? []}
        total={progress?.rejectedCount ?? 0}
        heading={`${count(progress?.rejectedCount ?? 0, 'row')} did not go in`}
      />
    </>
  );
}

function Result({ run }: { run: Extract<ImportRun, { step: 'done' }> }) {
  const { outcome, progress, error } = run;
  const good = outcome === 'complete' && (progress?.rejectedCount ?? 0) === 0;
  return (
    <>
      <output className={classes.check} data-good={good || undefined} aria-label="Import result">
        {good ? (
          <IconCircleCheck size={16} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        <strong>{resultText(outcome, progress)}</strong>
      </output>
      {outcome === 'cancelled' && (
        <p className={classes.quiet}>
          What was written stays. Batches that were on their way may have gone in too; importing the
          file again overwrites the same items.
        </p>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  );
}
