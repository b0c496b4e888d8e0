import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { BulkPlan } from '../../../contract/bulk.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import classes from './bulk-dialog.module.css';

/** The first request of a plan, folded. */
export function ExampleRequest({ example }: { example: NonNullable<BulkPlan['example']> }) {
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const title = `The first ${example.operation} request`;
  return (
    <>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        <Chevron size={14} aria-hidden />
        {title}
      </UnstyledButton>
      {opened && (
        <CodeEditor
          label={title}
          language="json"
          readOnly
          maxHeight={220}
          value={indented(example.request)}
          onChange={() => undefined}
        />
      )}
    </>
  );
}

/** Its values are texts, so that none is changed by being read. */
function indented(request: string): string {
  return JSON.stringify(JSON.parse(request), undefined, 2);
}
