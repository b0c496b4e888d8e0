import type { CheckedConnection } from './new-connection.ts';
import { isLoopback } from './new-connection.ts';
import {
  defaultCredentials,
  profileCredentials,
  staticCredentials,
} from '../dynamodb/credentials.ts';
import type { CredentialProvider } from '../dynamodb/credentials.ts';
import { createWireClient } from '../dynamodb/wire-client.ts';
import type { WireClient } from '../dynamodb/wire-client.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';

/** Keys that any local engine accepts. */
export const localKeys = { accessKeyId: 'sortkey', secretAccessKey: 'sortkey' };

/** A client for a region, an endpoint and a source of credentials. */
export function clientFor(
  settings: Pick<CheckedConnection, 'region' | 'endpoint' | 'credentials'>,
): WireClient {
  const { region, endpoint, credentials } = settings;
  return createWireClient({
    region,
    endpoint,
    profile: credentials.kind === 'profile' ? credentials.profile : undefined,
    credentials: providerFor(credentials, endpoint),
  });
}

function providerFor(
  source: CheckedConnection['credentials'],
  endpoint: string | undefined,
): CredentialProvider {
  if (source.kind === 'profile') return profileCredentials(source.profile);
  if (source.kind === 'keys') {
    const { accessKeyId, secretAccessKey, sessionToken } = source;
    const token = sessionToken === undefined ? {} : { sessionToken };
    return staticCredentials({ accessKeyId, secretAccessKey, ...token });
  }
  return isLoopback(endpoint) ? orLocalKeys(defaultCredentials()) : defaultCredentials();
}

/** A local engine takes any keys: there, having none is no reason to fail. */
function orLocalKeys(provider: CredentialProvider): CredentialProvider {
  return async () => {
    try {
      return await provider();
    } catch (cause) {
      if (cause instanceof SortkeyError && cause.code === 'CREDENTIALS_MISSING') return localKeys;
      throw cause;
    }
  };
}
