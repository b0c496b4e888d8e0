import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { StartError } from '../start-error.ts';
import { checkNewConnection } from './new-connection.ts';
import type { CheckedConnection } from './new-connection.ts';
import { listProfiles } from './profiles.ts';

export const startConnectionId = 'start';

export type StartConnectionOptions = {
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
};

/**
 * The connection that --endpoint and --profile ask for; undefined where neither is given. A
 * StartError where it could never work.
 */
export async function startConnection(
  options: StartConnectionOptions,
): Promise<CheckedConnection | undefined> {
  const { endpoint, profile } = options;
  if (endpoint === undefined && profile === undefined) return undefined;
  const region = options.region ?? (await regionOf(profile));
  try {
    return checkNewConnection({
      name: profile ?? hostOf(endpoint ?? ''),
      region,
      endpoint,
      credentials: profile === undefined ? { kind: 'default' } : { kind: 'profile', profile },
      colour: 'gray',
      guard: 'open',
    });
  } catch (cause) {
    if (cause instanceof SortkeyError) throw new StartError(cause.message, { cause });
    throw cause;
  }
}

async function regionOf(profile: string | undefined): Promise<Connection['region']> {
  if (profile !== undefined) {
    const profiles = await listProfiles();
    const found = profiles.find(({ name }) => name === profile);
    if (found === undefined) {
      const names = profiles.map(({ name }) => name).join(', ') || 'none';
      throw new StartError(
        `There is no profile ${profile} in the AWS config and credentials files (there: ${names}).`,
      );
    }
    if (found.region !== undefined) return found.region;
  }
  return process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || 'us-east-1';
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
