import type { TableDescription } from '../../../contract/tables.ts';
import type { KeyAttribute } from '../../../domain/table-schema.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { billingText, statusText } from './table-words.ts';
import classes from './table-header.module.css';

/** Keys and billing of a table, beside its name. */
export function TableBadges({ table }: { table: TableDescription }) {
  return (
    <>
      <KeyBadge attribute={table.partitionKey} place="partition" />
      {table.sortKey !== undefined && <KeyBadge attribute={table.sortKey} place="sort" />}
      <span className={classes.badge}>{billingText(table.billing)}</span>
    </>
  );
}

/** What DynamoDB says that the table is at present. */
export function StatusBadge({ status }: Pick<TableDescription, 'status'>) {
  const active = status === 'ACTIVE';
  return (
    <output className={classes.badge} data-status={active ? 'active' : 'settling'}>
      <StatusDot colour={active ? 'green' : 'yellow'} pulse={!active} />
      {statusText(status)}
    </output>
  );
}

function KeyBadge({ attribute, place }: { attribute: KeyAttribute; place: 'partition' | 'sort' }) {
  return (
    <span className={classes.badge} title={`${attribute.name}: ${place} key`}>
      <span className={classes.keyName}>{attribute.name}</span>
      <b>{attribute.type}</b>
      {place}
    </span>
  );
}
