import type { Condition, JoinedCondition, Operand } from './ast.ts';
import { asWritten, printPath, type PrintStyle } from './print-path.ts';

function printOperand(operand: Operand, style: PrintStyle): string {
  if (operand.kind === 'path') return printPath(operand, style);
  if (operand.kind === 'value') return style.value(operand.placeholder);
  return `size(${printOperand(operand.operand, style)})`;
}

/** Parentheses only where the tree needs them: DynamoDB refuses redundant ones. */
function printPart(part: Condition, within: JoinedCondition['kind'], style: PrintStyle): string {
  const text = printConditionExpression(part, style);
  const needsParentheses = part.kind === 'or' || (part.kind === 'and' && within === 'and');
  return needsParentheses ? `(${text})` : text;
}

/** A condition, filter or key condition expression; parsing it gives the same tree. */
export function printConditionExpression(
  condition: Condition,
  style: PrintStyle = asWritten,
): string {
  const operand = (node: Operand) => printOperand(node, style);
  switch (condition.kind) {
    case 'comparison':
      return `${operand(condition.left)} ${condition.operator} ${operand(condition.right)}`;
    case 'between':
      return `${operand(condition.operand)} BETWEEN ${operand(condition.lower)} AND ${operand(condition.upper)}`;
    case 'in':
      return `${operand(condition.operand)} IN (${condition.list.map(operand).join(', ')})`;
    case 'function':
      return `${condition.name}(${condition.operands.map(operand).join(', ')})`;
    case 'not': {
      const text = printConditionExpression(condition.condition, style);
      const isSimple = !['and', 'or', 'not'].includes(condition.condition.kind);
      return isSimple ? `NOT ${text}` : `NOT (${text})`;
    }
    default:
      return condition.conditions
        .map((part) => printPart(part, condition.kind, style))
        .join(` ${condition.kind.toUpperCase()} `);
  }
}
