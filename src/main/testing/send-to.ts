import { sendWire, sendWireForBytes } from '../services/dynamodb/send-wire.ts';
import type { WireClient } from '../services/dynamodb/wire-client.ts';
import type {
  SendOverConnection,
  WireBytes,
  WireOperation,
} from '../services/dynamodb/wire-types.ts';

/** A way to one client for every connection, which also tells what was sent. */
export function sendTo(client: WireClient): {
  readonly send: SendOverConnection;
  readonly sendForBytes: SendOverConnection<WireBytes>;
  readonly sent: { operation: WireOperation; request: Record<string, unknown> }[];
} {
  const sent: { operation: WireOperation; request: Record<string, unknown> }[] = [];
  const note = (operation: WireOperation, body: string) => {
    sent.push({ operation, request: JSON.parse(body) as Record<string, unknown> });
  };
  return {
    sent,
    send(_connectionId, operation, body, options) {
      note(operation, body);
      return sendWire(client, operation, body, options);
    },
    sendForBytes(_connectionId, operation, body, options) {
      note(operation, body);
      return sendWireForBytes(client, operation, body, options);
    },
  };
}
