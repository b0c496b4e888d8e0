import { oc } from '@orpc/contract';
import * as z from 'zod';
import { boundaryErrorCodes, declareErrors, dynamodbErrorCodes } from './errors.ts';
import { maximumNameLength, maximumRequestLength } from './limits.ts';

/** A method that does not talk to DynamoDB. */
export const method = oc.errors(declareErrors(boundaryErrorCodes));

/** A method that talks to DynamoDB. */
export const dynamodbMethod = method.errors(declareErrors(dynamodbErrorCodes));

export const connectionIdSchema = z.string().min(1).max(100);
export const tableNameSchema = z.string().min(1).max(maximumNameLength);

/** DynamoDB JSON text: of an item, or of a whole request as it is sent. */
export const wireTextSchema = z.string().max(maximumRequestLength);

/** Every input that names a connection. */
export const connectionInputSchema = z.object({ connectionId: connectionIdSchema });

/** Every input that names a table. */
export const tableInputSchema = connectionInputSchema.extend({ tableName: tableNameSchema });
