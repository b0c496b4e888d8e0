import { Button } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import { planRead } from '../query/plan-read.ts';
import type { QueryForm } from '../query/query-form.ts';
import classes from './items-view.module.css';

type ReadCodeProps = { connection: Connection; table: TableDescription; form: QueryForm };

/** Shows the read of the query bar as code. */
export function ReadCode({ connection, table, form }: ReadCodeProps) {
  const [opened, setOpened] = useState(false);
  const planned = planRead(form, table);
  const request = planned.ok ? planned.request.request : undefined;
  return (
    <>
      <Button
        aria-label="Code of this read"
        title="Code of this read"
        leftSection={<IconCode size={16} />}
        onClick={() => setOpened(true)}
      >
        <span data-word>Code</span>
      </Button>
      <Dialog title="The read as code" size={760} opened={opened} onClose={() => setOpened(false)}>
        {!planned.ok && <p className={classes.noCode}>{planned.problem.message}</p>}
        <CodePanel operation={form.kind} request={request} {...codePlace(connection)} />
      </Dialog>
    </>
  );
}
