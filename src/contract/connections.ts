import * as z from 'zod';
import { connectionIdSchema, connectionInputSchema, dynamodbMethod, method } from './common.ts';
import { declareErrors } from './errors.ts';

export const connectionsErrorCodes = ['CONNECTION_IN_USE', 'CONNECTION_INVALID'] as const;

export const connectionColours = ['gray', 'blue', 'teal', 'green', 'yellow', 'red'] as const;
export const guards = ['open', 'confirm-writes', 'read-only'] as const;
export type Guard = (typeof guards)[number];

/** What an endpoint can do, declared by the engine for the sandbox and probed elsewhere. */
export const capabilitiesSchema = z.object({
  /** How many segments a whole-table read may use at once. */
  parallelSegments: z.number().int().min(1),
  /** What this endpoint does not offer, in words. */
  lacks: z.array(z.string()),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** A connection as it is shown. It never carries a secret. */
export const connectionSchema = z.object({
  id: connectionIdSchema,
  name: z.string(),
  kind: z.enum(['sandbox', 'profile', 'keys', 'default']),
  region: z.string(),
  endpoint: z.string().optional(),
  profile: z.string().optional(),
  colour: z.enum(connectionColours),
  guard: z.enum(guards),
  capabilities: capabilitiesSchema,
  /** False where typed-in keys ended with an earlier session and must be typed again. */
  ready: z.boolean(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const credentialSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  z.object({ kind: z.literal('profile'), profile: z.string().min(1).max(255) }),
  z.object({
    kind: z.literal('keys'),
    accessKeyId: z.string().trim().min(1).max(255),
    secretAccessKey: z.string().trim().min(1).max(1_000),
    sessionToken: z.string().trim().max(10_000).optional(),
  }),
]);

export const newConnectionSchema = z.object({
  name: z.string().trim().min(1).max(60),
  region: z.string().trim().min(1).max(60),
  endpoint: z.string().trim().max(500).optional(),
  credentials: credentialSourceSchema,
  colour: z.enum(connectionColours).default('gray'),
  guard: z.enum(guards).default('open'),
});
export type NewConnection = z.input<typeof newConnectionSchema>;

export const connectionsContract = {
  /** Every connection; the sandbox is always the first. */
  list: method.output(
    z.object({ connections: z.array(connectionSchema), initialConnectionId: connectionIdSchema }),
  ),
  /** The profiles of the shared AWS config and credentials files. */
  profiles: method.output(
    z.object({ profiles: z.array(z.object({ name: z.string(), region: z.string().optional() })) }),
  ),
  add: method
    .errors(declareErrors(connectionsErrorCodes))
    .input(newConnectionSchema)
    .output(connectionSchema),
  remove: method
    .errors(declareErrors(connectionsErrorCodes))
    .input(connectionInputSchema)
    .output(z.object({})),
  /** Asks the endpoint for one table name, to say exactly what fails. [API: ListTables] */
  test: dynamodbMethod
    .errors(declareErrors(connectionsErrorCodes))
    .input(newConnectionSchema)
    .output(z.object({ elapsedMs: z.number() })),
};
