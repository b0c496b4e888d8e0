import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { typeOf } from '../../../domain/attribute-value.ts';
import { diffItems } from '../../../domain/item-diff.ts';
import classes from './item-comparison.module.css';
import { ValueCell } from './value-cell.tsx';

/** One version of an item; undefined where there is no such item. */
export type ItemVersion = { readonly title: string; readonly item: Item | undefined };

type ItemComparisonProps = {
  /** The accessible name of the table. */
  label: string;
  versions: readonly ItemVersion[];
  /** The two versions whose differences are listed: by number. */
  between: readonly [number, number];
};

/** The attributes in which versions of an item differ, side by side. */
export function ItemComparison({ label, versions, between }: ItemComparisonProps) {
  const [a, b] = between.map((index) => versions[index]?.item);
  const names = diffItems(a, b).map(({ name }) => name);
  const all = new Set(versions.flatMap(({ item }) => Object.keys(item ?? {})));
  const same = all.size - names.length;
  return (
    <div>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th className={classes.name} scope="col">
              Attribute
            </th>
            {versions.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {versions.map(({ title, item }, index) => (
                <td key={title} className={between[1] === index ? classes.different : undefined}>
                  <VersionValue
                    gone={item === undefined}
                    value={item && getAttribute(item, name)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {same > 0 && (
        <div className={classes.same}>
          {same === 1 ? '1 other attribute is the same.' : `${same} other attributes are the same.`}
        </div>
      )}
    </div>
  );
}

/** A value of one version of an item, in full where it is text. */
export function VersionValue({
  gone,
  value,
}: {
  gone: boolean;
  value: AttributeValue | undefined;
}) {
  if (gone) return <span className={classes.gone}>no item</span>;
  if (value === undefined) return <span className={classes.gone}>missing</span>;
  return (
    <span className={classes.value}>
      <span className={classes.type}>{typeOf(value)}</span>
      {'S' in value && value.S !== '' ? (
        <span className={classes.full}>{value.S}</span>
      ) : (
        <ValueCell value={value} />
      )}
    </span>
  );
}
