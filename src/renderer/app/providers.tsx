import { MantineProvider } from '@mantine/core';
import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { styleNonce } from '../client/style-nonce.ts';
import { cssVariablesResolver, theme } from './theme.ts';

type ProvidersProps = {
  readonly colourScheme: MantineColorScheme;
  /** Keeps a scheme that the user chose. */
  readonly onColourScheme?: (scheme: MantineColorScheme) => void;
  readonly children: React.ReactNode;
};

/** The component kit in the colours of tokens.css. Main keeps the scheme, not the browser. */
export function Providers({ colourScheme, onColourScheme, children }: ProvidersProps) {
  const manager: MantineColorSchemeManager = {
    get: () => colourScheme,
    set: (scheme) => onColourScheme?.(scheme),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  };
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={manager}
      defaultColorScheme={colourScheme}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-right" limit={4} />
      {children}
    </MantineProvider>
  );
}
