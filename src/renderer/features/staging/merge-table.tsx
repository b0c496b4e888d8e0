import { Radio } from '@mantine/core';
import type { AttributeMerge, MergeSide } from '../../../domain/merge-items.ts';
import { VersionValue } from '../values/item-comparison.tsx';
import classes from './merge-table.module.css';

type MergeTableProps = {
  merges: readonly AttributeMerge[];
  picks: ReadonlyMap<string, MergeSide>;
  /** Attributes that are the same in all versions. */
  same: number;
  /** False for an item that was to be added: there is no version before. */
  hasOriginal: boolean;
  disabled: boolean;
  onPick: (name: string, side: MergeSide) => void;
};

const words: Readonly<Record<AttributeMerge['changedBy'], string>> = {
  mine: 'changed by you',
  theirs: 'changed by others',
  same: 'changed alike by both',
  both: 'changed by both: pick one',
};

/** Three versions of an item side by side; where both changed an attribute, one is picked. */
export function MergeTable(props: MergeTableProps) {
  const { merges, picks, same, hasOriginal, disabled, onPick } = props;
  return (
    <div>
      <table className={classes.table} aria-label="Conflict">
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            {hasOriginal && <th scope="col">Original, as you read it</th>}
            <th scope="col">Yours</th>
            <th scope="col">Theirs, as it stands now</th>
          </tr>
        </thead>
        <tbody>
          {merges.map((merge) => {
            const { name, changedBy } = merge;
            const taken = changedBy === 'both' ? picks.get(name) : changedBy;
            const cell = (side: MergeSide) => (
              <td
                className={classes.version}
                data-changed={changedBy === 'both' || changedBy === 'same' || changedBy === side}
                data-taken={taken === side || taken === 'same'}
              >
                <div className={classes.pick}>
                  {changedBy === 'both' && (
                    <Radio
                      size="xs"
                      aria-label={`Take ${side === 'mine' ? 'mine' : 'theirs'} of ${name}`}
                      checked={taken === side}
                      disabled={disabled}
                      onChange={() => onPick(name, side)}
                    />
                  )}
                  <VersionValue gone={false} value={merge[side]} />
                </div>
              </td>
            );
            return (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <span className={classes.who} data-open={taken === undefined}>
                    {words[changedBy]}
                  </span>
                </th>
                {hasOriginal && (
                  <td>
                    <VersionValue gone={false} value={merge.original} />
                  </td>
                )}
                {cell('mine')}
                {cell('theirs')}
              </tr>
            );
          })}
        </tbody>
      </table>
      {same > 0 && (
        <div className={classes.same}>
          {same === 1
            ? '1 other attribute is the same in all.'
            : `${same} other attributes are the same in all.`}
        </div>
      )}
    </div>
  );
}
