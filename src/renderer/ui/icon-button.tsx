import { ActionIcon, Tooltip } from '@mantine/core';
import type { ActionIconProps, ElementProps } from '@mantine/core';

type IconButtonProps = ActionIconProps &
  ElementProps<'button', keyof ActionIconProps> & {
    /** Its name, read aloud and shown on hover. */
    readonly label: string;
    /** A shortcut, shown beside the name. */
    readonly keys?: string | undefined;
    /** More about it, such as why it is disabled: shown on hover, and read aloud. */
    readonly description?: string | undefined;
  };

/** A button that is only an icon: always with a name. */
export function IconButton({
  label,
  keys,
  description,
  disabled = false,
  children,
  ...others
}: IconButtonProps) {
  const tip = [keys === undefined ? label : `${label} (${keys})`, description];
  // One that is disabled with a reason can still be pointed at: else nobody would learn of it.
  const explained = disabled && description !== undefined;
  return (
    <Tooltip label={tip.filter(Boolean).join(': ')}>
      <ActionIcon
        aria-label={label}
        aria-description={description}
        {...others}
        {...(explained
          ? { 'data-disabled': true, 'aria-disabled': true, onClick: undefined }
          : { disabled })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
