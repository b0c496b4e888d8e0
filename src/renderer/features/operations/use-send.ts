import { useRef, useState } from 'react';
import { useClient } from '../../client/client-context.tsx';
import { serializeRequest } from '../../../domain/requests/index.ts';
import type { WireRequest } from '../../../domain/requests/index.ts';
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

/** Sends one request at a time, and keeps what was answered to the last. */
export function useSend(connectionId: string, onChanged: () => void) {
  const client = useClient();
  const [sent, setSent] = useState<Sent>({ state: 'none' });
  const last = useRef(0);

  const send = async (operation: Operation, request: WireRequest): Promise<void> => {
    last.current += 1;
    const turn = last.current;
    const show = (next: Sent) => {
      if (turn === last.current) setSent(next);
    };
    show({ state: 'sending', operation });
    try {
      const result = await client.items[methods[operation]]({
        connectionId,
        request: serializeRequest(request),
      });
      show({ state: 'answered', operation, answer: readAnswer(operation, request, result) });
      if (operation !== 'GetItem') onChanged();
    } catch (error) {
      show({ state: 'failed', operation, error });
    }
  };

  return { sent, send };
}
