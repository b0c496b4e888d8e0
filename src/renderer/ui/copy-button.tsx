import { Button, CopyButton as MantineCopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { IconButton } from './icon-button.tsx';

type CopyButtonProps = {
  /** The text that goes to the clipboard. */
  readonly value: string;
  /** Its name, such as "Copy endpoint". */
  readonly label: string;
  /** Shows the name beside the icon. */
  readonly withText?: boolean;
};

/** Copies a text, and says for a moment that it did. */
export function CopyButton({ value, label, withText = false }: CopyButtonProps) {
  return (
    <MantineCopyButton value={value} timeout={1_500}>
      {({ copied, copy }) => {
        const icon = copied ? <IconCheck size={16} /> : <IconCopy size={16} />;
        return withText ? (
          <Button leftSection={icon} onClick={copy}>
            {copied ? 'Copied' : label}
          </Button>
        ) : (
          <IconButton label={copied ? 'Copied' : label} onClick={copy}>
            {icon}
          </IconButton>
        );
      }}
    </MantineCopyButton>
  );
}
