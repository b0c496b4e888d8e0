import type { AttributeValue } from '../attribute-value.ts';
import type { AttributePath } from './attribute-path.ts';
import type { Comparator, ConditionFunction } from './ast.ts';

/** What an attribute is compared with or set to: a typed value, or another attribute. */
export type RowOperand = { readonly value: AttributeValue } | { readonly path: AttributePath };

export type ConditionOperator = Comparator | 'BETWEEN' | 'IN' | ConditionFunction;

/**
 * One row of a condition form. `operands` holds as many as `conditionOperators` says for the
 * operator; for attribute_type it is one String value that names the type (`S`, `N`, `BOOL`…).
 */
export type ConditionRow = {
  readonly kind: 'row';
  readonly path: AttributePath;
  /** True compares `size(path)` and not the value itself. Comparisons, BETWEEN and IN only. */
  readonly size?: boolean | undefined;
  readonly operator: ConditionOperator;
  readonly operands: readonly RowOperand[];
  readonly not?: boolean | undefined;
};

/** Rows and groups joined by AND or OR. An empty group says nothing and is left out. */
export type ConditionGroup = {
  readonly kind: 'group';
  readonly join: 'AND' | 'OR';
  readonly not?: boolean | undefined;
  readonly conditions: readonly (ConditionRow | ConditionGroup)[];
};

export type ConditionOperatorDescription = {
  readonly operator: ConditionOperator;
  /** Words for a choice on the screen. */
  readonly label: string;
  readonly minimumOperands: number;
  readonly maximumOperands: number;
};

const one = { minimumOperands: 1, maximumOperands: 1 };
const none = { minimumOperands: 0, maximumOperands: 0 };

/** Every operator of a condition row, in the order for a list on the screen. */
export const conditionOperators: readonly ConditionOperatorDescription[] = [
  { operator: '=', label: '= equal to', ...one },
  { operator: '<>', label: '<> not equal to', ...one },
  { operator: '<', label: '< less than', ...one },
  { operator: '<=', label: '<= at most', ...one },
  { operator: '>', label: '> greater than', ...one },
  { operator: '>=', label: '>= at least', ...one },
  { operator: 'BETWEEN', label: 'between', minimumOperands: 2, maximumOperands: 2 },
  { operator: 'IN', label: 'in a list', minimumOperands: 1, maximumOperands: 100 },
  { operator: 'begins_with', label: 'begins with', ...one },
  { operator: 'contains', label: 'contains', ...one },
  { operator: 'attribute_exists', label: 'exists', ...none },
  { operator: 'attribute_not_exists', label: 'does not exist', ...none },
  { operator: 'attribute_type', label: 'is of type', ...one },
];

export type UpdateOperation =
  /** `SET path = operand` */
  | 'SET'
  /** `SET path = path + operand` */
  | 'SET +'
  /** `SET path = path - operand` */
  | 'SET -'
  /** `SET path = list_append(path, operand)` */
  | 'SET list_append'
  /** `SET path = list_append(operand, path)` */
  | 'SET list_prepend'
  /** `SET path = if_not_exists(path, operand)` */
  | 'SET if_not_exists'
  /** `REMOVE path` */
  | 'REMOVE'
  /** `ADD path value`: adds to a number, or elements to a set */
  | 'ADD'
  /** `DELETE path value`: takes elements out of a set */
  | 'DELETE';

/** One row of an update form. */
export type UpdateRow = {
  readonly path: AttributePath;
  readonly operation: UpdateOperation;
  /** Needed by all operations but REMOVE, which takes none. ADD and DELETE take a value, no path. */
  readonly operand?: RowOperand | undefined;
  /**
   * For `SET +`, `SET -`, `SET list_append` and `SET list_prepend`: what to start from where the
   * attribute is missing, written as `if_not_exists(path, startFrom)`. Without it DynamoDB refuses
   * to change a missing attribute.
   */
  readonly startFrom?: AttributeValue | undefined;
};

/** Every operation of an update row with its words for a choice on the screen. */
export const updateOperations: readonly {
  readonly operation: UpdateOperation;
  readonly label: string;
  readonly hasOperand: boolean;
}[] = [
  { operation: 'SET', label: 'SET = value', hasOperand: true },
  { operation: 'SET +', label: 'SET + increase by', hasOperand: true },
  { operation: 'SET -', label: 'SET − decrease by', hasOperand: true },
  { operation: 'SET list_append', label: 'SET append to list', hasOperand: true },
  { operation: 'SET list_prepend', label: 'SET put before list', hasOperand: true },
  { operation: 'SET if_not_exists', label: 'SET if missing', hasOperand: true },
  { operation: 'REMOVE', label: 'REMOVE attribute', hasOperand: false },
  { operation: 'ADD', label: 'ADD to number or set', hasOperand: true },
  { operation: 'DELETE', label: 'DELETE from set', hasOperand: true },
];
