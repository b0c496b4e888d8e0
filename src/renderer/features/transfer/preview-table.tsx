import { useMemo } from 'react';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import type { ImportPreview } from '../../../contract/transfer.ts';
import { ValueCell } from '../values/value-cell.tsx';
import classes from './import-dialog.module.css';
import { count } from './import-words.ts';

const shownRows = 12;
const shownColumns = 30;

/** The first rows of a file as items, with the types that each attribute was read as. */
export function PreviewTable({ preview, keys }: { preview: ImportPreview; keys: KeySchema }) {
  const items = useMemo(
    () => (JSON.parse(preview.items) as Item[]).slice(0, shownRows),
    [preview.items],
  );
  const columns = useMemo(() => orderColumns(preview.attributes, keys), [preview.attributes, keys]);
  const rowCount = preview.rowCount - preview.rejectedCount;
  const hidden = columns.length - shownColumns;
  const badge = (name: string) =>
    name === keys.partitionKey.name ? 'PK' : name === keys.sortKey?.name ? 'SK' : undefined;
  return (
    <section className={classes.section} aria-label="First rows">
      <div className={classes.scroll} role="presentation">
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.slice(0, shownColumns).map(({ name, types }) => (
                <th key={name} className={badge(name) && classes.keyCell}>
                  {name}
                  {badge(name) && <span className={classes.badge}>{badge(name)}</span>}
                  <span className={classes.types}>{types.join(' ')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, row) => (
              <tr key={row}>
                {columns.slice(0, shownColumns).map(({ name }) => (
                  <ItemCell key={name} item={item} name={name} isKey={badge(name) !== undefined} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>
        {items.length < rowCount
          ? `The first ${items.length} of ${count(rowCount, 'row')}`
          : rowCount === 1
            ? 'The one row that can go in'
            : `All ${count(rowCount, 'row')} that can go in`}
        {hidden > 0 && `, ${count(hidden, 'more attribute')} not shown`}
      </p>
    </section>
  );
}

function ItemCell({ item, name, isKey }: { item: Item; name: string; isKey: boolean }) {
  const value = getAttribute(item, name);
  const alignment = value && 'N' in value ? classes.numberCell : '';
  return (
    <td className={`${alignment} ${isKey ? classes.keyCell : ''}`}>
      <ValueCell value={value} />
    </td>
  );
}

/** Key attributes first, the others in the order of the file. */
function orderColumns(attributes: ImportPreview['attributes'], keys: KeySchema) {
  const names = keyNames(keys);
  const keyColumns = names.flatMap((name) => attributes.filter((one) => one.name === name));
  return [...keyColumns, ...attributes.filter((one) => !names.includes(one.name))];
}
