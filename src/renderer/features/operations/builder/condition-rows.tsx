import { Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { newConditionRow, newGroup } from './builder-draft.ts';
import type { ConditionRowDraft, GroupDraft, RowProblem } from './builder-draft.ts';
import classes from './builder.module.css';
import { ConditionRow } from './condition-row.tsx';

type ConditionGroupProps = {
  readonly group: GroupDraft;
  /** Its number, such as `2.1`, or nothing for the outermost one. */
  readonly number?: string | undefined;
  readonly onChange: (group: GroupDraft) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly problem: RowProblem;
};

const joins = [
  { value: 'AND', label: 'All hold' },
  { value: 'OR', label: 'Any holds' },
] as const;

// Deeper than this nobody reads a form; DynamoDB's own limit is far away.
const deepest = 4;

/** Conditions joined by AND or OR, with groups inside of groups. */
export function ConditionGroup(props: ConditionGroupProps) {
  const { group, number, onChange, onRemove, problem } = props;
  const { conditions } = group;
  const change = (next: GroupDraft['conditions']) => onChange({ ...group, conditions: next });
  const replace = (part: ConditionRowDraft | GroupDraft) =>
    change(conditions.map((other) => (other.id === part.id ? part : other)));
  const remove = (id: number) => change(conditions.filter((part) => part.id !== id));
  const depth = number === undefined ? 0 : number.split('.').length;
  const isNested = number !== undefined;

  return (
    <div className={isNested ? classes.group : classes.groupOutermost}>
      {(isNested || conditions.length > 1) && (
        <div className={classes.groupHead}>
          <Segmented
            label={isNested ? `Join of group ${number}` : 'Join of the conditions'}
            options={joins}
            value={group.join}
            onChange={(join) => onChange({ ...group, join })}
          />
          <Checkbox
            label="not"
            aria-label={isNested ? `Not group ${number}` : 'Not all of this'}
            checked={group.not}
            onChange={(event) => onChange({ ...group, not: event.currentTarget.checked })}
          />
          {onRemove && (
            <IconButton label={`Remove group ${number}`} onClick={onRemove}>
              <IconTrash size={16} />
            </IconButton>
          )}
        </div>
      )}
      {conditions.map((part, index) => {
        const own = isNested ? `${number}.${index + 1}` : String(index + 1);
        const shared = { onRemove: () => remove(part.id), problem };
        return part.kind === 'group' ? (
          <ConditionGroup key={part.id} group={part} number={own} onChange={replace} {...shared} />
        ) : (
          <ConditionRow
            key={part.id}
            row={part}
            name={`Condition ${own}`}
            onChange={replace}
            {...shared}
          />
        );
      })}
      <div className={classes.adds}>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => change([...conditions, newConditionRow()])}
        >
          Add condition
        </Button>
        {depth < deepest && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => change([...conditions, newGroup()])}
          >
            Add group
          </Button>
        )}
      </div>
    </div>
  );
}
