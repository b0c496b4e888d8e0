import { randomUUID } from 'node:crypto';
import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { sendWire } from '../dynamodb/send-wire.ts';
import type { WireClient } from '../dynamodb/wire-client.ts';
import { engineStopped } from '../sandbox/engine-stopped.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { clientFor, localKeys } from './connection-clients.ts';
import { describeConnection, describeSandbox, sandboxConnectionId } from './describe-connection.ts';
import type { KeptConnection, KeptConnections } from './kept-connections.ts';
import { checkNewConnection } from './new-connection.ts';
import type { CheckedConnection } from './new-connection.ts';
import { listProfiles } from './profiles.ts';
import { startConnectionId } from './start-connection.ts';

type TypedKeys = Extract<CheckedConnection['credentials'], { kind: 'keys' }>;

export type ConnectionsDeps = {
  readonly sandbox: Pick<
    Sandbox,
    'region' | 'endpoint' | 'endpointWhenStarted' | 'status' | 'capabilities'
  >;
  readonly kept: KeptConnections;
  /** The connection that the start options ask for. */
  readonly start?: CheckedConnection | undefined;
};

export type ConnectionsService = Awaited<ReturnType<typeof createConnectionsService>>;

/** The connections: the sandbox, the one asked for at the start, and those that were added. */
export async function createConnectionsService(deps: ConnectionsDeps) {
  let kept = await deps.kept.read();
  /** Keys that were typed in, by connection id. They end with the session. */
  const typedKeys = new Map<string, TypedKeys>();
  const clients = new Map<string, { client: WireClient; endpoint: string | undefined }>();
  let lastChange: Promise<unknown> = Promise.resolve();

  /** One change of what is kept after another: each begins with what the one before has left. */
  function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const turn = lastChange.then(change);
    lastChange = turn.catch(() => {});
    return turn;
  }

  function list(): { connections: Connection[]; initialConnectionId: string } {
    const connections = [describeSandbox(deps.sandbox)];
    if (deps.start)
      connections.push(describeConnection(startConnectionId, asKept(deps.start), true));
    for (const each of kept) {
      const ready = each.source.kind !== 'keys' || typedKeys.has(each.id);
      connections.push(describeConnection(each.id, each, ready));
    }
    return {
      connections,
      initialConnectionId: deps.start ? startConnectionId : sandboxConnectionId,
    };
  }

  function require(id: string): Connection {
    const found = list().connections.find((each) => each.id === id);
    if (found === undefined) throw connectionNotFound();
    return found;
  }

  /** CONNECTION_IN_USE where the name is taken; one whose keys ended is taken over. */
  async function add(given: CheckedConnection): Promise<Connection> {
    const checked = checkNewConnection(given);
    const same = list().connections.find(({ name }) => name === checked.name);
    if (same?.ready) {
      throw new SortkeyError(
        'CONNECTION_IN_USE',
        `There is a connection named ${checked.name} already. Choose another name.`,
      );
    }
    const id = same?.id ?? randomUUID();
    const next = [...kept.filter((each) => each.id !== id), { id, ...asKept(checked) }];
    await deps.kept.write(next);
    kept = next;
    if (checked.credentials.kind === 'keys') typedKeys.set(id, checked.credentials);
    forgetClient(id);
    return require(id);
  }

  /** CONNECTION_INVALID where it was not added by the user. */
  async function remove(id: string): Promise<void> {
    if (id === sandboxConnectionId || id === startConnectionId) {
      const subject =
        id === sandboxConnectionId ? 'The sandbox' : 'A connection given at the start';
      throw new SortkeyError('CONNECTION_INVALID', `${subject} cannot be removed.`);
    }
    const next = kept.filter((each) => each.id !== id);
    await deps.kept.write(next);
    kept = next;
    typedKeys.delete(id);
    forgetClient(id);
  }

  /** The client of a connection; ENGINE_STOPPED, CREDENTIALS_MISSING where there can be none. */
  async function clientOf(id: string, signal?: AbortSignal): Promise<WireClient> {
    const settings = await settingsOf(id, signal);
    const found = clients.get(id);
    if (found?.endpoint === settings.endpoint && found !== undefined) return found.client;
    forgetClient(id);
    const client = clientFor(settings);
    clients.set(id, { client, endpoint: settings.endpoint });
    return client;
  }

  async function settingsOf(
    id: string,
    signal: AbortSignal | undefined,
  ): Promise<Pick<CheckedConnection, 'region' | 'endpoint' | 'credentials'>> {
    if (id === sandboxConnectionId) {
      const endpoint = await deps.sandbox.endpointWhenStarted(signal);
      if (endpoint === undefined) throw engineStopped(deps.sandbox.status());
      return {
        region: deps.sandbox.region,
        endpoint,
        credentials: { kind: 'keys', ...localKeys },
      };
    }
    if (id === startConnectionId && deps.start) return deps.start;
    const found = kept.find((each) => each.id === id);
    if (found === undefined) throw connectionNotFound();
    const { region, endpoint, source } = found;
    if (source.kind !== 'keys') return { region, endpoint, credentials: source };
    const credentials = typedKeys.get(id);
    if (credentials !== undefined) return { region, endpoint, credentials };
    throw new SortkeyError(
      'CREDENTIALS_MISSING',
      `The keys of ${found.name} ended with the session they were typed in. Type them again.`,
    );
  }

  /** Drops a client, so that the next use resolves its credentials anew. */
  function forgetClient(id: string): void {
    clients.get(id)?.client.sdk.destroy();
    clients.delete(id);
  }

  return {
    list,
    require,
    add: (given: CheckedConnection) => inTurn(() => add(given)),
    remove: (id: string) => inTurn(() => remove(id)),
    clientOf,
    forgetClient,
    profiles: listProfiles,
    /** Asks for one table's name and forgets the client again. [API: ListTables] */
    async test(given: CheckedConnection, signal?: AbortSignal): Promise<{ elapsedMs: number }> {
      const client = clientFor(checkNewConnection(given));
      try {
        const { elapsedMs } = await sendWire(client, 'ListTables', '{"Limit":1}', { signal });
        return { elapsedMs };
      } finally {
        client.sdk.destroy();
      }
    },
    close: (): void => {
      for (const id of clients.keys()) forgetClient(id);
    },
  };
}

function connectionNotFound(): SortkeyError {
  return new SortkeyError(
    'CONNECTION_NOT_FOUND',
    'This connection is not there any more. Choose another one.',
  );
}

/** What of a connection may be written to disk. */
function asKept(connection: CheckedConnection): Omit<KeptConnection, 'id'> {
  const { credentials, ...settings } = connection;
  return { ...settings, source: credentials.kind === 'keys' ? { kind: 'keys' } : credentials };
}
