import type { TableDescription } from '../../../contract/tables.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { fullCount, sizeText } from '../../ui/numbers.ts';
import { billingText, keyText, projectionText, statusText } from './table-words.ts';
import classes from './overview.module.css';

/** Everything that DescribeTable tells of a table. */
export function Overview({ table }: { table: TableDescription }) {
  return (
    <div className={classes.overview}>
      <dl className={classes.facts}>
        <Fact name="Partition key">{keyText(table.partitionKey)}</Fact>
        <Fact name="Sort key">{table.sortKey === undefined ? 'None' : keyText(table.sortKey)}</Fact>
        <Fact name="Status">{statusText(table.status)}</Fact>
        <Fact name="Billing">{billingText(table.billing)}</Fact>
        <Fact name="Items, at the last count">{countOf(table.itemCount)}</Fact>
        <Fact name="Size, at the last count">{sizeOf(table.sizeBytes)}</Fact>
        <Fact name="Created">{createdOf(table.createdAt)}</Fact>
        <Fact name="Stream">{table.streamEnabled ? 'On' : 'Off'}</Fact>
        <Fact name="Deletion protection">{table.deletionProtection ? 'On' : 'Off'}</Fact>
        {table.arn !== undefined && (
          <Fact name="ARN">
            <span className={classes.arn}>{table.arn}</span>
            <CopyButton value={table.arn} label="Copy ARN" />
          </Fact>
        )}
      </dl>
      <h2 className={classes.heading}>Secondary indexes</h2>
      {table.indexes.length === 0 ? (
        <p className={classes.none}>This table has no secondary indexes.</p>
      ) : (
        <Indexes indexes={table.indexes} />
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Indexes({ indexes }: Pick<TableDescription, 'indexes'>) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {['Name', 'Kind', 'Partition key', 'Sort key', 'Projection', 'Status', 'Items'].map(
              (heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {indexes.map((index) => (
            <tr key={index.name}>
              <th scope="row">{index.name}</th>
              <td>{index.kind === 'global' ? 'Global' : 'Local'}</td>
              <td>{keyText(index.partitionKey)}</td>
              <td>{index.sortKey === undefined ? '–' : keyText(index.sortKey)}</td>
              <td>{projectionText(index)}</td>
              <td>{index.status === undefined ? '–' : statusText(index.status)}</td>
              <td className={classes.number}>{countOf(index.itemCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const countOf = (count: number | undefined) => (count === undefined ? '–' : fullCount(count));

/** The sandbox's engine counts no bytes: 0 there means that nobody knows. */
const sizeOf = (bytes: number | undefined) =>
  bytes === undefined || bytes === 0 ? 'Not told by this endpoint' : sizeText(bytes);

function createdOf(createdAt: string | undefined): string {
  const time = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
  if (Number.isNaN(time)) return '–';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
