import { join } from 'node:path';
import * as z from 'zod';
import { connectionColours, guards } from '../../../contract/connections.ts';
import { readUsersFile, writeJsonFile } from '../files/json-file.ts';

/** A connection as it is kept on disk: where its credentials come from, never what they are. */
const keptConnectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  endpoint: z.string().optional(),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('default') }),
    z.object({ kind: z.literal('profile'), profile: z.string() }),
    z.object({ kind: z.literal('keys') }),
  ]),
  colour: z.enum(connectionColours),
  guard: z.enum(guards),
});
export type KeptConnection = z.infer<typeof keptConnectionSchema>;

const fileSchema = z.object({ connections: z.array(keptConnectionSchema) });

export type KeptConnections = {
  readonly read: () => Promise<KeptConnection[]>;
  readonly write: (connections: readonly KeptConnection[]) => Promise<void>;
};

/** The connections that the user added, in the data folder. */
export function keptConnectionsIn(dataFolder: string): KeptConnections {
  const path = join(dataFolder, 'connections.json');
  return {
    read: async () => (await readUsersFile(path, fileSchema))?.connections ?? [],
    write: (connections) => writeJsonFile(path, { connections }),
  };
}
