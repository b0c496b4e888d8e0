import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { ClientProvider } from '../client/client-context.tsx';
import type { ConnectedClient } from '../client/connect-client.ts';
import { Providers } from './providers.tsx';
import { Shell } from './shell.tsx';

type AppProps = ConnectedClient & { readonly queryClient: QueryClient };

/** The whole app over a client that is connected. */
export function App({ client, onLinkChange, queryClient }: AppProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <ClientProvider value={client}>
        <Providers>
          <Shell onLinkChange={onLinkChange} />
        </Providers>
      </ClientProvider>
    </QueryClientProvider>
  );
}
