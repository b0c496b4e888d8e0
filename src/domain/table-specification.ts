import type { KeySchema, ProjectionType } from './table-schema.ts';

/** On-demand, or with a number of capacity units a second. */
export type Billing =
  | { readonly mode: 'on-demand' }
  | {
      readonly mode: 'provisioned';
      readonly readCapacityUnits: number;
      readonly writeCapacityUnits: number;
    };

/** A secondary index to be created. */
export type IndexSpecification = KeySchema & {
  readonly name: string;
  readonly kind: 'global' | 'local';
  readonly projection: {
    readonly type: ProjectionType;
    readonly nonKeyAttributes?: readonly string[] | undefined;
  };
};

/** A table to be created. */
export type TableSpecification = KeySchema & {
  readonly tableName: string;
  readonly billing: Billing;
  readonly indexes: readonly IndexSpecification[];
};
