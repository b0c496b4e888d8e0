import type { KeptRequest } from '../../contract/library.ts';
import { useClient } from '../client/client-context.tsx';
import { restoreRequest } from './restore-request.ts';

/** Brings a kept request back into its form. */
export function useRestoreRequest(): (request: KeptRequest) => Promise<void> {
  const { connections } = useClient();
  return async (request) => {
    const { connections: known } = await connections.list();
    restoreRequest(request, known);
  };
}
