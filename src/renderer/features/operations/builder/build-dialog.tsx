import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import type { Operation, OperationOptions } from '../operation-draft.ts';
import { applyRows } from './apply-rows.ts';
import classes from './builder.module.css';
import { ConditionGroup } from './condition-rows.tsx';
import { UpdateRows } from './update-rows.tsx';

type BuildDialogProps = {
  readonly operation: Operation;
  readonly options: OperationOptions;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChange: (change: Partial<OperationOptions>) => void;
};

/** Expressions put together from rows, and written into the typed fields. */
export function BuildDialog({ operation, options, opened, onClose, onChange }: BuildDialogProps) {
  const [tried, setTried] = useState(false);
  const applied = applyRows(operation, options);
  const isEmpty =
    options.conditionRows.conditions.length === 0 &&
    (operation !== 'UpdateItem' || options.updateRows.length === 0);
  const problem =
    tried && !applied.ok ? { rowId: applied.rowId, message: applied.message } : undefined;

  const close = () => {
    setTried(false);
    onClose();
  };
  const apply = () => {
    setTried(true);
    if (!applied.ok) return;
    onChange(applied.texts);
    close();
  };

  return (
    <Dialog
      title="Build from rows"
      opened={opened}
      onClose={close}
      size={820}
      closeOnClickOutside={false}
      footer={
        <>
          {problem !== undefined && problem.rowId === undefined && (
            <span className={classes.footerProblem}>{problem.message}</span>
          )}
          <Button onClick={close}>Close</Button>
          <Button variant="filled" disabled={isEmpty} onClick={apply}>
            Fill in the expressions
          </Button>
        </>
      }
    >
      <div className={classes.parts}>
        {operation === 'UpdateItem' && (
          <UpdateRows
            rows={options.updateRows}
            onChange={(updateRows) => onChange({ updateRows })}
            problem={problem}
          />
        )}
        <section className={classes.part} aria-label="Condition">
          <h3>Condition</h3>
          <ConditionGroup
            group={options.conditionRows}
            onChange={(conditionRows) => onChange({ conditionRows })}
            problem={problem}
          />
        </section>
        {!isEmpty && applied.ok && <Preview texts={applied.texts} />}
      </div>
    </Dialog>
  );
}

/** The expressions as the rows stand now. */
function Preview({ texts }: { texts: { update?: string; condition?: string } }) {
  return (
    <dl className={classes.preview}>
      {texts.update !== undefined && (
        <div>
          <dt>Update expression</dt>
          <dd>{texts.update}</dd>
        </div>
      )}
      {texts.condition !== undefined && (
        <div>
          <dt>Condition expression</dt>
          <dd>{texts.condition}</dd>
        </div>
      )}
    </dl>
  );
}
