import type { KeyType } from './attribute-value.ts';

/** One attribute of a primary key. */
export type KeyAttribute = { readonly name: string; readonly type: KeyType };

/** The primary key of a table or an index. */
export type KeySchema = {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
};

export const projectionTypes = ['ALL', 'KEYS_ONLY', 'INCLUDE'] as const;
export type ProjectionType = (typeof projectionTypes)[number];

/** A global or local secondary index. */
export type IndexDescription = KeySchema & {
  readonly name: string;
  readonly kind: 'global' | 'local';
  readonly projection: {
    readonly type: ProjectionType;
    readonly nonKeyAttributes?: readonly string[] | undefined;
  };
  readonly status?: string | undefined;
  readonly itemCount?: number | undefined;
  readonly sizeBytes?: number | undefined;
};

/** The names of the key attributes, partition key first. */
export function keyNames(schema: KeySchema): string[] {
  return schema.sortKey
    ? [schema.partitionKey.name, schema.sortKey.name]
    : [schema.partitionKey.name];
}
