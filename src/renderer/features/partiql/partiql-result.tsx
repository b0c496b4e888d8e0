import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { outcomesInWords } from './outcomes.ts';
import classes from './partiql-view.module.css';
import { ResultRows } from './result-rows.tsx';
import { timeInWords, unitsInWords } from './result-words.ts';
import type { usePartiql } from './use-partiql.ts';

/** What became of the last run: rows, or an outcome for each statement. */
export function PartiqlResult({ partiql }: { partiql: ReturnType<typeof usePartiql> }) {
  const { state, planned, tables, resultSet } = partiql;
  const { ran } = state;
  if (ran.state === 'rows') {
    const name = planned.statements[0]?.table?.name;
    const schema = tables.find(({ tableName }) => tableName === name);
    return <ResultRows resultSet={resultSet} schema={schema} />;
  }
  if (ran.state === 'answered') {
    const { outcomes, units, elapsedMs } = ran;
    const spent = [
      ...(units === undefined ? [] : [unitsInWords(units, 'capacity units')]),
      timeInWords(elapsedMs),
    ];
    return (
      <>
        <OutcomeList outcomes={outcomes} />
        <div className={classes.bar}>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is for a form's result */}
          <span role="status" aria-label="Result status" className={classes.count}>
            {outcomesInWords(outcomes)}
          </span>
          <span className={classes.quiet}>{spent.join(' · ')}</span>
        </div>
      </>
    );
  }
  if (ran.state === 'failed') {
    return (
      <>
        <div className={classes.strip}>
          <ErrorNotice error={ran.error} />
        </div>
        {ran.outcomes !== undefined && <OutcomeList outcomes={ran.outcomes} />}
      </>
    );
  }
  if (ran.state === 'running') return null;
  return (
    <EmptyState>
      Write a statement, or several with ; between them. Each ? takes a typed value.
    </EmptyState>
  );
}
