import { Button } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import type { StatementPlan } from './plan-statements.ts';

type StatementCodeProps = { connection: Connection; plan: StatementPlan | undefined };

/** Shows the statements as code that runs them. */
export function StatementCode({ connection, plan }: StatementCodeProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        aria-label="Code of these statements"
        title="Code of these statements"
        disabled={plan === undefined}
        leftSection={<IconCode size={16} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        Code
      </Button>
      <Dialog
        title="The statements as code"
        size={760}
        opened={opened && plan !== undefined}
        onClose={() => setOpened(false)}
      >
        {plan !== undefined && (
          <CodePanel operation={plan.operation} request={plan.request} {...codePlace(connection)} />
        )}
      </Dialog>
    </>
  );
}
