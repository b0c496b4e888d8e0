import type { BulkPlan } from '../../../contract/bulk.ts';
import { count } from '../../ui/amounts.ts';
import classes from './bulk-dialog.module.css';

type ItemProblemsProps = {
  readonly problems: BulkPlan['impossible'];
  /** All of them; `problems` may hold only the first. */
  readonly total: number;
  readonly heading: string;
};

/** Items that cannot be written or were not, each with its reason. */
export function ItemProblems({ problems, total, heading }: ItemProblemsProps) {
  if (total === 0) return null;
  const more = total - problems.length;
  return (
    <section className={classes.section} aria-label={heading}>
      <h3>{heading}</h3>
      <ul className={classes.problems}>
        {problems.map(({ key, reason }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list only grows at its end
          <li key={index}>
            <span className={classes.key}>{key}</span> {reason}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.quiet}>and {count(more, 'more item')}</p>}
    </section>
  );
}
