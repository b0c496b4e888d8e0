import { createContext, useContext } from 'react';
import type { SortkeyClient } from './client-type.ts';

const ClientContext = createContext<SortkeyClient | undefined>(undefined);

export const ClientProvider = ClientContext.Provider;

/** The client of the link that this renderer was started with. */
export function useClient(): SortkeyClient {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('useClient outside of a ClientProvider');
  return client;
}
