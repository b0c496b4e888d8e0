import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import classes from './code-panel.module.css';

type CodeFoldProps = {
  /** What unfolds: made only then, and no sooner. */
  readonly children: () => React.ReactNode;
};

/** A button "As code" in a dialog, with the code of what the dialog does beneath it. */
export function CodeFold({ children }: CodeFoldProps) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.fold}>
      <Button
        variant="subtle"
        color="gray"
        aria-expanded={opened}
        aria-controls={id}
        leftSection={<Chevron size={14} aria-hidden />}
        onClick={() => setOpened(!opened)}
      >
        As code
      </Button>
      <div id={id}>{opened && children()}</div>
    </div>
  );
}
