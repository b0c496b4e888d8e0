import { ActionIcon, Tooltip } from '@mantine/core';
import type { ActionIconProps, ElementProps } from '@mantine/core';

type IconButtonProps = ActionIconProps &
  ElementProps<'button', keyof ActionIconProps> & {
    /** Its name, read aloud and shown on hover. */
    readonly label: string;
    /** A shortcut, shown beside the name. */
    readonly keys?: string | undefined;
  };

/** A button that is only an icon: always with a name. */
export function IconButton({ label, keys, children, ...others }: IconButtonProps) {
  return (
    <Tooltip label={keys === undefined ? label : `${label} (${keys})`}>
      <ActionIcon aria-label={label} {...others}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
