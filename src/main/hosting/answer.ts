import { securityHeaders } from './security-headers.ts';

/** What a host answers to a request of the page, whatever carries it. */
export type Answer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
};

/** An answer in one line of plain words. */
export function plainAnswer(status: number, text: string): Answer {
  const headers = { ...securityHeaders(), 'content-type': 'text/plain; charset=utf-8' };
  return { status, headers, body: `${text}\n` };
}

/** An answer that a script of the page reads. */
export function jsonAnswer(status: number, value: unknown): Answer {
  const headers = { ...securityHeaders(), 'content-type': 'application/json' };
  return { status, headers, body: JSON.stringify(value) };
}
