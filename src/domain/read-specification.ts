import type { AttributeValue } from './attribute-value.ts';
import type { ConditionGroup, ConditionRow } from './expressions/builder-rows.ts';

export const sortKeyOperators = ['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with'] as const;
export type SortKeyOperator = (typeof sortKeyOperators)[number];

/** What the query bar says: a Query or a Scan of a table or one of its indexes. */
export type ReadSpecification = {
  readonly kind: 'Scan' | 'Query';
  readonly tableName: string;
  /** The name of the index to read, or undefined for the table itself. */
  readonly index?: string | undefined;
  /** Needed by a Query; a Scan passes over it and over the sort key condition. */
  readonly partitionKey?: { readonly name: string; readonly value: AttributeValue } | undefined;
  readonly sortKeyCondition?:
    | {
        readonly name: string;
        readonly operator: SortKeyOperator;
        /** Two for BETWEEN, one for every other operator. */
        readonly values: readonly AttributeValue[];
      }
    | undefined;
  /** All of them must hold. */
  readonly filters: readonly (ConditionRow | ConditionGroup)[];
  /** The number of items wanted a page. */
  readonly limit?: number | undefined;
  /** False reads a Query from its end: the newest first. */
  readonly scanIndexForward?: boolean | undefined;
  readonly consistentRead?: boolean | undefined;
};
