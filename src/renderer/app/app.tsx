import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Settings } from '../../contract/app.ts';
import { ClientProvider } from '../client/client-context.tsx';
import type { SortkeyClient } from '../client/client-type.ts';
import type { ConnectedClient } from '../client/connect-client.ts';
import { notifyError } from '../ui/notify.ts';
import { Providers } from './providers.tsx';
import { Shell } from './shell.tsx';

type AppProps = {
  readonly client: SortkeyClient;
  readonly queryClient: QueryClient;
  /** As they were at the start. */
  readonly settings: Settings;
  readonly onLinkChange: ConnectedClient['onLinkChange'];
};

/** The whole app over a client that is connected. */
export function App({ client, queryClient, settings, onLinkChange }: AppProps) {
  const keepColourScheme = (colourScheme: Settings['colourScheme']) => {
    client.app
      .writeSettings({ colourScheme })
      .catch((error: unknown) => notifyError('The colour scheme is not kept', error));
  };
  return (
    <QueryClientProvider client={queryClient}>
      <ClientProvider value={client}>
        <Providers colourScheme={settings.colourScheme} onColourScheme={keepColourScheme}>
          <Shell settings={settings} onLinkChange={onLinkChange} />
        </Providers>
      </ClientProvider>
    </QueryClientProvider>
  );
}
