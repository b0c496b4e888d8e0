import { Collapse, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { describeError } from './describe-error.ts';
import classes from './error-notice.module.css';

type ErrorNoticeProps = {
  readonly error: unknown;
  /** What was being done, where the message alone would not tell. */
  readonly title?: string | undefined;
  /** A way on: a button, beside the words. */
  readonly action?: React.ReactNode;
};

/** An error where the act was: in words, with the raw answer folded beneath. */
export function ErrorNotice({ error, title, action }: ErrorNoticeProps) {
  const [opened, setOpened] = useState(false);
  const { message, facts } = describeError(error);
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle className={classes.icon} size={16} aria-hidden />
      <div className={classes.words}>
        {title !== undefined && <strong className={classes.title}>{title}</strong>}
        <span className={classes.message}>{message}</span>
        {facts.length > 0 && (
          <>
            <UnstyledButton
              className={classes.fold}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              {opened ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
              Technical details
            </UnstyledButton>
            <Collapse expanded={opened} transitionDuration={100}>
              <dl className={classes.facts}>
                {facts.map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </Collapse>
          </>
        )}
      </div>
      {action}
    </div>
  );
}
