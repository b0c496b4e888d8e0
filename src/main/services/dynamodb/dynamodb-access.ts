import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { engineStopped } from '../sandbox/engine-stopped.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { isWrite } from './is-write.ts';
import type { WireClient } from './wire-client.ts';
import type { SendOptions, SendOverConnection, WireOperation } from './wire-types.ts';

export type DynamodbAccessDeps = {
  readonly require: (connectionId: string) => Connection;
  readonly clientOf: (connectionId: string, signal?: AbortSignal) => Promise<WireClient>;
  readonly forgetClient: (connectionId: string) => void;
  readonly sandbox: Pick<Sandbox, 'status'>;
};

/** Sends a request with a client: `sendWire`, or `sendWireForBytes`. */
export type SendWire<Answer> = (
  client: WireClient,
  operation: WireOperation,
  body: string,
  options: SendOptions,
) => Promise<Answer>;

/**
 * The one way from a service to DynamoDB. It enforces the connection's guard, and tells a stopped
 * sandbox from an endpoint elsewhere.
 */
export function createDynamodbAccess<Answer>(
  deps: DynamodbAccessDeps,
  sendWire: SendWire<Answer>,
): SendOverConnection<Answer> {
  return async (connectionId, operation, body, options = {}) => {
    const connection = deps.require(connectionId);
    if (connection.guard === 'read-only' && isWrite(operation, body)) {
      throw new SortkeyError(
        'READ_ONLY',
        `${connection.name} is read-only, so ${operation} was not sent. ` +
          'Change the guard of the connection to write.',
      );
    }
    const client = await deps.clientOf(connectionId, options.signal);
    try {
      return await sendWire(client, operation, body, options);
    } catch (cause) {
      if (!(cause instanceof SortkeyError)) throw cause;
      // What was wrong with the credentials may be put right outside of the app.
      if (cause.code.startsWith('CREDENTIALS_')) deps.forgetClient(connectionId);
      const stopped = connection.kind === 'sandbox' && cause.code === 'ENDPOINT_UNREACHABLE';
      throw stopped ? engineStopped(deps.sandbox.status(), cause) : cause;
    }
  };
}
