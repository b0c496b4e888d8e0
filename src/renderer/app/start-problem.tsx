import { Button } from '@mantine/core';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Providers } from './providers.tsx';
import classes from './start-problem.module.css';

/** What stands in the window where the main side cannot be reached at all. */
export function StartProblem({ error }: { error: unknown }) {
  return (
    <Providers>
      <main className={classes.page}>
        <h1 className={classes.title}>Sortkey cannot start</h1>
        <ErrorNotice error={error} />
        <Button variant="filled" onClick={() => location.reload()}>
          Try again
        </Button>
      </main>
    </Providers>
  );
}
