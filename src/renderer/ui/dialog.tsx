import { Modal } from '@mantine/core';
import type { ModalProps } from '@mantine/core';
import classes from './dialog.module.css';

type DialogProps = Pick<ModalProps, 'opened' | 'onClose' | 'size' | 'closeOnClickOutside'> & {
  /** Its accessible name. */
  readonly title: string;
  readonly children: React.ReactNode;
  /** The buttons, at the right of the bottom edge; what confirms comes last. */
  readonly footer?: React.ReactNode;
  /** Makes a form of it: Enter in a field submits. */
  readonly onSubmit?: (() => void) | undefined;
};

/** A dialog with a title, a body that scrolls, and buttons that stay in sight. */
export function Dialog({ title, children, footer, onSubmit, ...others }: DialogProps) {
  const content = (
    <>
      <div className={classes.body}>{children}</div>
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
    </>
  );
  return (
    <Modal {...others} title={title} classNames={{ body: classes.frame ?? '' }} centered>
      {onSubmit === undefined ? (
        content
      ) : (
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onSubmit();
          }}
        >
          {content}
        </form>
      )}
    </Modal>
  );
}
