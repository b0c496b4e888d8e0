import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { dynamodbMethod, method } from './common.ts';
import { declareErrors } from './errors.ts';

export const sandboxErrorCodes = [
  'ENGINE_NOT_FOUND',
  'ENGINE_DID_NOT_START',
  'SAMPLE_EXISTS',
] as const;

export const sandboxStatusSchema = z.object({
  state: z.enum(['starting', 'running', 'restarting', 'stopped', 'failed']),
  engine: z.string(),
  version: z.string(),
  endpoint: z.string().optional(),
  /** The environment variables with which a script reaches the sandbox. */
  environment: z.array(z.object({ name: z.string(), value: z.string() })),
  /** What this engine does not offer, in words. */
  lacks: z.array(z.string()),
  /** How often the engine died and was started again. */
  restarts: z.number().int(),
  /** Why it failed, where it did. */
  problem: z.string().optional(),
});
export type SandboxStatus = z.infer<typeof sandboxStatusSchema>;

export const samples = ['Books', 'AppData'] as const;
export type Sample = (typeof samples)[number];

export const sandboxContract = {
  status: method.output(sandboxStatusSchema),
  /** The status now, and each time it changes. */
  watch: method.output(eventIterator(sandboxStatusSchema)),
  /** Creates a sample table in the sandbox and fills it. [API: CreateTable, BatchWriteItem] */
  loadSample: dynamodbMethod
    .errors(declareErrors(sandboxErrorCodes))
    .input(z.object({ sample: z.enum(samples) }))
    .output(z.object({ tableName: z.string(), itemCount: z.number().int() })),
};
