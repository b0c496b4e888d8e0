import { Button, Loader } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { describeKey } from '../../../domain/keys.ts';
import { useClient } from '../../client/client-context.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { fullCount } from '../../ui/numbers.ts';
import classes from './bulk-dialog.module.css';

const windowLines = 50;

type Line = { readonly key: AttributeMap; readonly outcome: string; readonly reason?: string };

/** The lines of a record: which item, and what became of it. */
export function BulkRecord({ recordId }: { recordId: string }) {
  const { bulk } = useClient();
  const [first, setFirst] = useState(0);
  const { data, error } = useQuery({
    queryKey: ['bulk-record', recordId, first],
    queryFn: ({ signal }) => bulk.record({ recordId, first, count: windowLines }, { signal }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Loader size={14} aria-label="Reading the record" />;
  const lines = JSON.parse(data.lines) as Line[];
  const last = first + lines.length;
  return (
    <section className={classes.section} aria-label="Record">
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Item</th>
              <th>Outcome</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, outcome, reason }, index) => (
              <tr key={first + index}>
                <td className={classes.key}>{describeKey(key)}</td>
                <td>{reason === undefined ? outcome : `${outcome}: ${reason}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.pages}>
        <span className={classes.quiet}>
          {lines.length === 0
            ? 'No item was tried.'
            : `${fullCount(first + 1)} to ${fullCount(last)} of ${fullCount(data.total)}`}
        </span>
        <Button disabled={first === 0} onClick={() => setFirst(Math.max(0, first - windowLines))}>
          Earlier
        </Button>
        <Button disabled={last >= data.total} onClick={() => setFirst(last)}>
          Later
        </Button>
      </div>
    </section>
  );
}
