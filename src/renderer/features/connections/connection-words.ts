import type { Connection, Guard } from '../../../contract/connections.ts';

/** What a guard does, in a word or two. */
export const guardWords: Readonly<Record<Guard, string>> = {
  open: 'Open',
  'confirm-writes': 'Confirm writes',
  'read-only': 'Read-only',
};

/** Where a connection leads, in a line: `local · 127.0.0.1:41873`, `eu-west-1 · profile live`. */
export function placeOf(connection: Connection): string {
  const { kind, endpoint, region, profile } = connection;
  const host = endpoint === undefined ? undefined : hostOf(endpoint);
  if (kind === 'sandbox') return host === undefined ? 'local' : `local · ${host}`;
  const parts = [region];
  if (host !== undefined) parts.push(host);
  if (profile !== undefined) parts.push(`profile ${profile}`);
  return parts.join(' · ');
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
