import type { Capabilities, Connection } from '../../../contract/connections.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { KeptConnection } from './kept-connections.ts';

export const sandboxConnectionId = 'sandbox';

/** The sandbox as a connection. */
export function describeSandbox(
  sandbox: Pick<Sandbox, 'region' | 'endpoint' | 'capabilities'>,
): Connection {
  return {
    id: sandboxConnectionId,
    name: 'Sandbox',
    kind: 'sandbox',
    region: sandbox.region,
    endpoint: sandbox.endpoint(),
    colour: 'teal',
    guard: 'open',
    capabilities: sandbox.capabilities(),
    ready: true,
  };
}

type Described = Omit<KeptConnection, 'id'>;

/** Any other connection, without a secret: it is made from what is kept on disk. */
export function describeConnection(id: string, settings: Described, ready: boolean): Connection {
  const { name, region, endpoint, source, colour, guard } = settings;
  return {
    id,
    name,
    kind: source.kind,
    region,
    endpoint,
    profile: source.kind === 'profile' ? source.profile : undefined,
    colour,
    guard,
    capabilities: capabilitiesAt(endpoint),
    ready,
  };
}

/** Until an endpoint is probed: several segments only where it is the service itself. */
function capabilitiesAt(endpoint: string | undefined): Capabilities {
  return { parallelSegments: endpoint === undefined ? 4 : 1, lacks: [] };
}
