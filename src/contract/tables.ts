import * as z from 'zod';
import { keyTypes } from '../domain/attribute-value.ts';
import { projectionTypes } from '../domain/table-schema.ts';
import {
  connectionInputSchema,
  dynamodbMethod,
  tableInputSchema,
  tableNameSchema,
} from './common.ts';
import { maximumNameLength } from './limits.ts';

/**
 * Names are checked for DynamoDB's rules by `src/domain` (`checkCreateTable`), which can say what
 * is wrong in words; the schema only keeps out what no table could have.
 */
const keyAttributeSchema = z.object({
  name: z.string().max(maximumNameLength),
  type: z.enum(keyTypes),
});

export const keySchemaSchema = z.object({
  partitionKey: keyAttributeSchema,
  sortKey: keyAttributeSchema.optional(),
});

const indexSpecificationSchema = keySchemaSchema.extend({
  name: z.string().max(maximumNameLength),
  kind: z.enum(['global', 'local']),
  projection: z.object({
    type: z.enum(projectionTypes),
    nonKeyAttributes: z.array(z.string().max(maximumNameLength)).max(100).optional(),
  }),
});

const billingSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('on-demand') }),
  z.object({
    mode: z.literal('provisioned'),
    readCapacityUnits: z.number().int().min(1),
    writeCapacityUnits: z.number().int().min(1),
  }),
]);

/** What a table to be created looks like; `src/domain` turns it into the request. */
export const tableSpecificationSchema = keySchemaSchema.extend({
  tableName: z.string().max(1_000),
  billing: billingSchema,
  indexes: z.array(indexSpecificationSchema).max(25),
});
export type TableSpecification = z.infer<typeof tableSpecificationSchema>;
export type IndexSpecification = z.infer<typeof indexSpecificationSchema>;

export const tableDescriptionSchema = keySchemaSchema.extend({
  tableName: z.string(),
  status: z.string(),
  billing: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('on-demand') }),
    z.object({
      mode: z.literal('provisioned'),
      readCapacityUnits: z.number(),
      writeCapacityUnits: z.number(),
    }),
  ]),
  indexes: z.array(
    indexSpecificationSchema.extend({
      status: z.string().optional(),
      itemCount: z.number().optional(),
      sizeBytes: z.number().optional(),
    }),
  ),
  itemCount: z.number().optional(),
  sizeBytes: z.number().optional(),
  arn: z.string().optional(),
  createdAt: z.string().optional(),
  deletionProtection: z.boolean(),
  streamEnabled: z.boolean(),
});
export type TableDescription = z.infer<typeof tableDescriptionSchema>;

export const tablesContract = {
  /** One page of names; call again with the last one until there is none. [API: ListTables] */
  list: dynamodbMethod
    .input(connectionInputSchema.extend({ exclusiveStartTableName: tableNameSchema.optional() }))
    .output(
      z.object({
        tableNames: z.array(z.string()),
        lastEvaluatedTableName: z.string().optional(),
      }),
    ),
  describe: dynamodbMethod.input(tableInputSchema).output(tableDescriptionSchema),
  create: dynamodbMethod
    .input(connectionInputSchema.extend({ specification: tableSpecificationSchema }))
    .output(tableDescriptionSchema),
  delete: dynamodbMethod.input(tableInputSchema).output(z.object({})),
};
