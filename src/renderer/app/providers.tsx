import { MantineProvider } from '@mantine/core';
import type { MantineColorSchemeManager } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { styleNonce } from '../client/style-nonce.ts';
import { cssVariablesResolver, theme } from './theme.ts';
import { useWorkspace } from './workspace.ts';

// The workspace holds the scheme and main keeps it: a browser host's origin changes with its port.
const noManager: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The component kit in the colours of tokens.css, in the scheme that the workspace wants. */
export function Providers({ children }: { children: React.ReactNode }) {
  const wanted = useWorkspace((state) => state.colourScheme);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={noManager}
      forceColorScheme={wanted === 'auto' ? system : wanted}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-right" limit={4} />
      {children}
    </MantineProvider>
  );
}
