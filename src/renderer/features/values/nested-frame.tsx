import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { ValueCell } from './value-cell.tsx';
import classes from './value-input.module.css';

/** More rows than this are slow to draw and tiring to read: the JSON views serve better. */
export const maximumNestedRows = 200;

type NestedFrameProps = {
  value: AttributeValue;
  label: string;
  count: number;
  addLabel: string;
  onAdd: () => void;
  disabled?: boolean | undefined;
  /** Opened from the start; an empty one always is. */
  initiallyOpen?: boolean | undefined;
  children: ReactNode;
};

/** A map or a list: one line of it, and its rows once opened. */
export function NestedFrame(props: NestedFrameProps) {
  const { value, label, count, addLabel, onAdd, disabled = false, children } = props;
  // An empty one is open: there is nothing to read, only something to add.
  const [opened, setOpened] = useState(count === 0 || (props.initiallyOpen ?? false));
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <fieldset className={classes.nested} aria-label={label}>
      <button
        type="button"
        className={classes.summary}
        aria-expanded={opened}
        aria-label={`${opened ? 'Fold' : 'Unfold'} ${label}`}
        onClick={() => setOpened(!opened)}
      >
        <Chevron size={16} aria-hidden="true" />
        <ValueCell value={value} />
      </button>
      {opened && (
        <div className={classes.rows}>
          {children}
          {count > maximumNestedRows && (
            <div className={classes.hint}>
              {count - maximumNestedRows} more: edit them in the JSON view.
            </div>
          )}
          <Button
            className={classes.add}
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={14} />}
            disabled={disabled}
            onClick={onAdd}
          >
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
