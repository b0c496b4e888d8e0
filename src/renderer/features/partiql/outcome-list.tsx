import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { previewOf } from '../values/value-preview.ts';
import type { StatementOutcome } from './outcomes.ts';
import classes from './partiql-view.module.css';

const signs = { done: IconCheck, failed: IconAlertTriangle, 'not done': IconMinus };
const words = { done: 'Done', failed: 'Failed', 'not done': 'Not done' };

/** What became of each statement, in their order. */
export function OutcomeList({ outcomes }: { outcomes: readonly StatementOutcome[] }) {
  return (
    <ol className={classes.outcomes} aria-label="Outcomes">
      {outcomes.map(({ statement, state, message, items }, place) => {
        const Sign = signs[state];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a statement is its place
          <li key={place} className={classes.outcome} data-state={state}>
            <span className={classes.outcomeState}>
              <Sign size={15} aria-hidden="true" />
              {words[state]}
            </span>
            <code className={classes.outcomeStatement} title={statement}>
              {statement}
            </code>
            {message !== undefined && <p className={classes.outcomeMessage}>{message}</p>}
            {items.map((item, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- items of an answer stay in place
              <code key={index} className={classes.outcomeItem}>
                {previewOf({ M: item }).text}
              </code>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
