import type {
  Condition,
  Operand,
  PathNode,
  SetValue,
  UpdateClause,
  UpdateExpression,
  ValueNode,
} from './ast.ts';

/** Called for every path and every value of a tree, in the order written. */
export type Visitor = {
  readonly path?: (path: PathNode) => void;
  readonly value?: (value: ValueNode) => void;
};

function visitOperand(operand: Operand, visitor: Visitor): void {
  if (operand.kind === 'path') visitor.path?.(operand);
  else if (operand.kind === 'value') visitor.value?.(operand);
  else visitOperand(operand.operand, visitor);
}

/** The operands of one condition that is not made of other conditions. */
export function operandsOf(condition: Condition): readonly Operand[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition.left, condition.right];
    case 'between':
      return [condition.operand, condition.lower, condition.upper];
    case 'in':
      return [condition.operand, ...condition.list];
    case 'function':
      return condition.operands;
    default:
      return [];
  }
}

/** Every simple condition of a tree, in the order written. */
export function simpleConditions(condition: Condition): Condition[] {
  if (condition.kind === 'not') return simpleConditions(condition.condition);
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.conditions.flatMap(simpleConditions);
  }
  return [condition];
}

/** Visits the paths and values of a condition. */
export function visitCondition(condition: Condition, visitor: Visitor): void {
  for (const simple of simpleConditions(condition)) {
    for (const operand of operandsOf(simple)) visitOperand(operand, visitor);
  }
}

function visitSetValue(value: SetValue, visitor: Visitor): void {
  switch (value.kind) {
    case 'path':
      visitor.path?.(value);
      break;
    case 'value':
      visitor.value?.(value);
      break;
    case 'if_not_exists':
      visitor.path?.(value.path);
      visitSetValue(value.operand, visitor);
      break;
    case 'list_append':
      visitSetValue(value.first, visitor);
      visitSetValue(value.second, visitor);
      break;
    default:
      visitSetValue(value.left, visitor);
      visitSetValue(value.right, visitor);
  }
}

/** The paths that a clause changes. */
export function targetsOf(clause: UpdateClause): readonly PathNode[] {
  return clause.kind === 'REMOVE' ? clause.paths : clause.actions.map(({ path }) => path);
}

/** Visits the paths and values of an update. */
export function visitUpdate(update: UpdateExpression, visitor: Visitor): void {
  for (const clause of update.clauses) {
    if (clause.kind === 'REMOVE') for (const path of clause.paths) visitor.path?.(path);
    else {
      for (const { path, value } of clause.actions) {
        visitor.path?.(path);
        visitSetValue(value, visitor);
      }
    }
  }
}
