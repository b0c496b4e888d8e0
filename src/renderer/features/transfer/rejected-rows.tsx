import type { RejectedRow } from '../../../contract/transfer.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import classes from './import-dialog.module.css';
import { count, rejectedText } from './import-words.ts';

type RejectedRowsProps = {
  readonly rejected: readonly RejectedRow[];
  /** All of them; `rejected` may hold only the first. */
  readonly total: number;
  readonly heading: string;
};

/** The rows that cannot go in, each with its line and its reason. */
export function RejectedRows({ rejected, total, heading }: RejectedRowsProps) {
  if (total === 0) return null;
  const more = total - rejected.length;
  return (
    <section className={classes.section} aria-label="Rejected rows">
      <div className={classes.sectionHead}>
        <h3>{heading}</h3>
        <CopyButton value={rejectedText(rejected)} label="Copy rejected rows" withText />
      </div>
      <div className={classes.scroll} role="presentation">
        <table className={classes.table}>
          <thead>
            <tr>
              <th className={classes.numberCell}>Row</th>
              <th className={classes.numberCell}>Line</th>
              <th>Reason</th>
            </tr>
          </thead>
          <tbody>
            {rejected.map(({ row, line, reason }) => (
              <tr key={row}>
                <td className={classes.numberCell}>{row}</td>
                <td className={classes.numberCell}>{line}</td>
                <td className={classes.reason}>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className={classes.quiet}>and {count(more, 'more row')}</p>}
    </section>
  );
}
