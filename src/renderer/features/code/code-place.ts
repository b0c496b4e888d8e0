import type { Connection } from '../../../contract/connections.ts';
import type { CodeAccess, CodeRequest } from '../../../domain/code/code-request.ts';

/** Where the code of a connection sends, and whose credentials it uses. Never a secret. */
export function codePlace(
  connection: Pick<Connection, 'kind' | 'endpoint' | 'region' | 'profile'>,
): Pick<CodeRequest, 'endpoint' | 'region' | 'access'> {
  const { endpoint, region } = connection;
  return { endpoint, region, access: accessOfConnection(connection) };
}

function accessOfConnection({ kind, profile }: Pick<Connection, 'kind' | 'profile'>): CodeAccess {
  if (kind === 'sandbox') return { kind: 'sandbox' };
  return kind === 'profile' && profile !== undefined
    ? { kind: 'profile', profile }
    : { kind: 'default' };
}
