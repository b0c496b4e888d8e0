import { Button, Progress } from '@mantine/core';
import classes from './grid-progress.module.css';
import type { GridTask } from './use-grid-task.ts';

/** How far an act is that needs rows which are not here, and the button that gives it up. */
export function GridProgress({ task }: { task: GridTask }) {
  const { label, done, total, cancel } = task;
  const words = `${label}: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} rows`;
  return (
    <div className={classes.progress}>
      <span>{words}</span>
      <Progress.Root className={classes.bar}>
        <Progress.Section value={(done / total) * 100} aria-label={label} />
      </Progress.Root>
      <Button onClick={cancel}>Cancel</Button>
    </div>
  );
}
