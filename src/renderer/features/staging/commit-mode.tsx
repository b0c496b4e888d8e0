import { Radio } from '@mantine/core';
import classes from './review-dialog.module.css';
import type { CommitMode } from './use-commit.ts';

type CommitModeProps = {
  mode: CommitMode;
  /** Why all or nothing is not possible, in words. */
  refused: string | undefined;
  onChange: (mode: CommitMode) => void;
};

/** One by one, or all or nothing. */
export function CommitModeChoice({ mode, refused, onChange }: CommitModeProps) {
  return (
    <Radio.Group
      aria-label="How to commit"
      value={mode}
      onChange={(value) => onChange(value === 'together' ? 'together' : 'one-by-one')}
    >
      <div className={classes.modes}>
        <Radio
          value="one-by-one"
          label="One by one"
          description="Each under its own condition; one that fails keeps back no other."
        />
        <Radio
          value="together"
          label="All or nothing"
          description={refused ?? 'In one transaction, for twice the capacity.'}
          disabled={refused !== undefined}
        />
      </div>
    </Radio.Group>
  );
}
