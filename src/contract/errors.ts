import * as z from 'zod';

/** What an error carries beside its code and its message. `data` is small and plain. */
export const errorDetailSchema = z.object({
  awsName: z.string().optional(),
  requestId: z.string().optional(),
  httpStatus: z.number().optional(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type ErrorDetail = z.infer<typeof errorDetailSchema>;

/** Codes that every method can answer with, whatever it does. */
export const boundaryErrorCodes = [
  'INPUT_INVALID',
  'METHOD_NOT_FOUND',
  'LINK_CLOSED',
  'CANCELLED',
  'INTERNAL',
] as const;

/** Codes of every method that talks to DynamoDB. */
export const dynamodbErrorCodes = [
  'CONNECTION_NOT_FOUND',
  'ENDPOINT_UNREACHABLE',
  'CREDENTIALS_MISSING',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_REFUSED',
  'ACCESS_DENIED',
  'THROTTLED',
  'TABLE_NOT_FOUND',
  'RESOURCE_IN_USE',
  'VALIDATION_FAILED',
  'CONDITION_FAILED',
  'TRANSACTION_CANCELLED',
  'LIMIT_EXCEEDED',
  'NOT_OFFERED',
  'READ_ONLY',
  'ENGINE_STOPPED',
  'SERVICE_FAILED',
] as const;

/** Makes the error map that an oRPC contract declares from a closed list of codes. */
export function declareErrors<const Code extends string>(
  codes: readonly Code[],
): Record<Code, { data: typeof errorDetailSchema }> {
  const entries = codes.map((code) => [code, { data: errorDetailSchema }] as const);
  return Object.fromEntries(entries) as Record<Code, { data: typeof errorDetailSchema }>;
}
