import type { Connection } from '../../contract/connections.ts';

type Connections = {
  /** The sandbox is always the first. */
  readonly connections: readonly Pick<Connection, 'id'>[];
  readonly initialConnectionId: string;
};

/**
 * The connection that the start was told to show; where it was told none, the one of the last
 * session, as long as it is still there.
 */
export function chooseFirstConnection(
  { connections, initialConnectionId }: Connections,
  last: string | undefined,
): string {
  const told = initialConnectionId !== connections[0]?.id;
  if (told || last === undefined) return initialConnectionId;
  return connections.some(({ id }) => id === last) ? last : initialConnectionId;
}
