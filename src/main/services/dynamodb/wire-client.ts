import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CredentialProvider } from './credentials.ts';

/** A connection attempt that takes longer than this has failed. */
const connectionTimeoutMs = 4_000;

export type WireClientSettings = {
  readonly region: string;
  readonly endpoint?: string | undefined;
  /** The profile whose settings (endpoint, retries) apply beside its credentials. */
  readonly profile?: string | undefined;
  readonly credentials: CredentialProvider;
};

/** The SDK's client for one connection, and what sendWire remembers about it. */
export type WireClient = {
  readonly sdk: DynamoDBClient;
  readonly region: string;
  /** Values that no message may show. Grows as credentials are resolved. */
  readonly secrets: Set<string>;
  /** True once the endpoint has answered anything: from then on it is given more time. */
  hasAnswered: boolean;
};

/** Makes a client; nothing is sent or resolved until its first use. */
export function createWireClient(settings: WireClientSettings): WireClient {
  // The SDK's version is pinned; its note on a coming Node version is nothing a user can act on.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const secrets = new Set<string>();
  const sdk = new DynamoDBClient({
    region: settings.region,
    ...(settings.endpoint === undefined ? {} : onlyAt(settings.endpoint)),
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    requestHandler: { connectionTimeout: connectionTimeoutMs },
    credentials: async () => {
      const identity = await settings.credentials();
      secrets.add(identity.secretAccessKey);
      if (identity.sessionToken !== undefined) secrets.add(identity.sessionToken);
      return identity;
    },
  });
  return { sdk, region: settings.region, secrets, hasAnswered: false };
}

/** An endpoint given by hand excludes the variants of AWS's own that the environment may ask for. */
function onlyAt(endpoint: string) {
  return {
    endpoint,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    accountIdEndpointMode: 'disabled' as const,
  };
}
