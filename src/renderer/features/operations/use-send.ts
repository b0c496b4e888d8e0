import { useRef, useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import type { RunOutcome } from '../../../contract/library.ts';
import { useClient } from '../../client/client-context.tsx';
import { serializeRequest } from '../../../domain/requests/index.ts';
import type { WireRequest } from '../../../domain/requests/index.ts';
import { errorCodeOf, recordRun } from '../library/record-run.ts';
import type { Operation } from './operation-draft.ts';
import { readAnswer } from './response-words.ts';
import type { Answer } from './response-words.ts';

export type Sent =
  | { readonly state: 'none' }
  | { readonly state: 'sending'; readonly operation: Operation }
  | { readonly state: 'answered'; readonly operation: Operation; readonly answer: Answer }
  | { readonly state: 'failed'; readonly operation: Operation; readonly error: unknown };

const methods = {
  PutItem: 'put',
  GetItem: 'get',
  UpdateItem: 'update',
  DeleteItem: 'delete',
} as const;

/**
 * Sends one request at a time, and keeps what was answered to the last. Each goes to the history
 * with the text of its form.
 */
export function useSend(connection: Pick<Connection, 'id' | 'name'>, onChanged: () => void) {
  const client = useClient();
  const [sent, setSent] = useState<Sent>({ state: 'none' });
  const last = useRef(0);

  const send = async (operation: Operation, wire: WireRequest, form: string): Promise<void> => {
    last.current += 1;
    const turn = last.current;
    const show = (next: Sent) => {
      if (turn === last.current) setSent(next);
    };
    show({ state: 'sending', operation });
    const startedAt = Date.now();
    const request = serializeRequest(wire);
    const keep = (outcome: RunOutcome) =>
      void recordRun(client, { kind: operation, connection, request, form, startedAt, outcome });
    try {
      const result = await client.items[methods[operation]]({
        connectionId: connection.id,
        request,
      });
      const answer = readAnswer(operation, wire, result);
      show({ state: 'answered', operation, answer });
      const rowCount =
        operation === 'GetItem' ? Number(answer.attributes !== undefined) : undefined;
      keep({ elapsedMs: result.elapsedMs, rowCount, capacity: answer.capacity });
      if (operation !== 'GetItem') onChanged();
    } catch (error) {
      show({ state: 'failed', operation, error });
      keep({ elapsedMs: Date.now() - startedAt, errorCode: errorCodeOf(error) });
    }
  };

  return { sent, send };
}
