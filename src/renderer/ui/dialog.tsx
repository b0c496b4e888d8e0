import { Modal } from '@mantine/core';
import type { ModalProps } from '@mantine/core';
import classes from './dialog.module.css';
import { useFocusReturn } from './use-focus-return.ts';

type DialogProps = Pick<ModalProps, 'opened' | 'onClose' | 'size' | 'closeOnClickOutside'> & {
  /** Its accessible name. */
  readonly title: string;
  readonly children: React.ReactNode;
  /** The buttons, at the right of the bottom edge; what confirms comes last. */
  readonly footer?: React.ReactNode;
  /** Makes a form of it: Enter in a field submits. */
  readonly onSubmit?: (() => void) | undefined;
  /** Only the content: the title is for screen readers, and it stands high on the screen. */
  readonly bare?: boolean | undefined;
};

/** A dialog with a title, a body that scrolls, and buttons that stay in sight. */
export function Dialog(props: DialogProps) {
  const { title, children, footer, onSubmit, bare = false, ...others } = props;
  useFocusReturn(props.opened);
  const content = bare ? (
    children
  ) : (
    <>
      <div className={classes.body}>{children}</div>
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
    </>
  );
  return (
    <Modal.Root {...others} centered={!bare} {...(bare ? { yOffset: '12vh' } : {})}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <Modal.Header className={bare ? 'visually-hidden' : ''}>
          <Modal.Title>{title}</Modal.Title>
          {!bare && <Modal.CloseButton aria-label="Close" size="sm" />}
        </Modal.Header>
        <Modal.Body className={classes.frame ?? ''}>
          {onSubmit === undefined ? (
            content
          ) : (
            <DialogForm onSubmit={onSubmit}>{content}</DialogForm>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type DialogFormProps = { readonly onSubmit: () => void; readonly children: React.ReactNode };

function DialogForm({ onSubmit, children }: DialogFormProps) {
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog may be opened from within another form, whose child it is for React.
        event.stopPropagation();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
