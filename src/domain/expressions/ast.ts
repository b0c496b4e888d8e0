/**
 * The syntax trees of DynamoDB's expression language. `position` is the offset in the text that
 * was parsed; trees that are built, not parsed, have none.
 */

export type PathElement =
  /** An attribute's name as it stands in the text. */
  | { readonly kind: 'name'; readonly name: string }
  /** A `#name` that ExpressionAttributeNames defines; the text includes the `#`. */
  | { readonly kind: 'placeholder'; readonly placeholder: string }
  | { readonly kind: 'index'; readonly index: number };

/** A document path such as `info.#tags[2]`. The first element is never an index. */
export type PathNode = {
  readonly kind: 'path';
  readonly elements: readonly PathElement[];
  readonly position?: number;
};

/** A `:value` that ExpressionAttributeValues defines; the text includes the `:`. */
export type ValueNode = {
  readonly kind: 'value';
  readonly placeholder: string;
  readonly position?: number;
};

/** `size (operand)`, the only function that is an operand and not a condition. */
export type SizeNode = {
  readonly kind: 'size';
  readonly operand: PathNode | ValueNode;
  readonly position?: number;
};

export type Operand = PathNode | ValueNode | SizeNode;

export const comparators = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Comparator = (typeof comparators)[number];

export const conditionFunctions = [
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
] as const;
export type ConditionFunction = (typeof conditionFunctions)[number];

/** A condition or filter expression; a key condition expression is a narrower one. */
export type Condition =
  | ComparisonCondition
  | BetweenCondition
  | InCondition
  | FunctionCondition
  | JoinedCondition
  | NotCondition;

export type ComparisonCondition = {
  readonly kind: 'comparison';
  readonly operator: Comparator;
  readonly left: Operand;
  readonly right: Operand;
};
export type BetweenCondition = {
  readonly kind: 'between';
  readonly operand: Operand;
  readonly lower: Operand;
  readonly upper: Operand;
};
export type InCondition = {
  readonly kind: 'in';
  readonly operand: Operand;
  readonly list: readonly Operand[];
};
export type FunctionCondition = {
  readonly kind: 'function';
  readonly name: ConditionFunction;
  readonly operands: readonly Operand[];
  readonly position?: number;
};
/** Two or more conditions. Flat, so that a chain of a thousand ANDs is not a thousand deep. */
export type JoinedCondition = {
  readonly kind: 'and' | 'or';
  readonly conditions: readonly Condition[];
};
export type NotCondition = { readonly kind: 'not'; readonly condition: Condition };

/** What SET can assign, without arithmetic. */
export type UpdateOperand =
  | PathNode
  | ValueNode
  | {
      readonly kind: 'if_not_exists';
      readonly path: PathNode;
      readonly operand: UpdateOperand;
    }
  | {
      readonly kind: 'list_append';
      readonly first: UpdateOperand;
      readonly second: UpdateOperand;
    };

export type SetValue =
  | UpdateOperand
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-';
      readonly left: UpdateOperand;
      readonly right: UpdateOperand;
    };

export type SetAction = { readonly path: PathNode; readonly value: SetValue };
export type ValueAction = { readonly path: PathNode; readonly value: ValueNode };

export const updateClauses = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
export type UpdateClause =
  | { readonly kind: 'SET'; readonly actions: readonly SetAction[] }
  | { readonly kind: 'REMOVE'; readonly paths: readonly PathNode[] }
  | { readonly kind: 'ADD' | 'DELETE'; readonly actions: readonly ValueAction[] };

/** One to four clauses, each kind at most once, in the order written. */
export type UpdateExpression = { readonly clauses: readonly UpdateClause[] };

/** The paths to read, in the order written. */
export type ProjectionExpression = { readonly paths: readonly PathNode[] };
