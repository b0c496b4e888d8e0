import type * as z from 'zod';
import type { newConnectionSchema } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';

/** A connection to be added, its defaults filled in. */
export type CheckedConnection = z.output<typeof newConnectionSchema>;

/** CONNECTION_INVALID, in words, where the endpoint or the region could never be reached. */
export function checkNewConnection(given: CheckedConnection): CheckedConnection {
  if (!/^[a-z0-9-]+$/i.test(given.region)) {
    throw new SortkeyError(
      'CONNECTION_INVALID',
      `${given.region} is not the name of a region. One looks like eu-west-1.`,
    );
  }
  const endpoint = checkEndpoint(given.endpoint);
  return { ...given, endpoint };
}

/** The endpoint as a URL without a path at its end; undefined where none is given. */
export function checkEndpoint(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new SortkeyError(
      'CONNECTION_INVALID',
      `${given} is not an endpoint. One looks like http://127.0.0.1:8000.`,
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new SortkeyError(
      'CONNECTION_INVALID',
      `The endpoint ${url.protocol}//${url.host} may hold a host, a port and a path only: ` +
        'give credentials in their own fields.',
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** True where only programs of this machine listen, such as a local DynamoDB. */
export function isLoopback(endpoint: string | undefined): boolean {
  if (endpoint === undefined) return false;
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
