import type { ConditionFunction, FunctionCondition, Operand } from './ast.ts';
import type { Token, Tokens } from './lexer.ts';
import type { Nesting } from './nesting.ts';
import { parseOperand } from './parse-operand.ts';

const operandCounts: Readonly<Record<ConditionFunction, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
};

/** Checks what DynamoDB's grammar says of each function's operands. */
function checkOperands(
  word: Token,
  name: ConditionFunction,
  operands: readonly Operand[],
  tokens: Tokens,
): void {
  const wanted = operandCounts[name];
  if (operands.length !== wanted) {
    throw tokens.errorAt(
      word.position,
      `${name} takes ${wanted === 1 ? 'one operand' : 'two operands'}, and ${operands.length} ${operands.length === 1 ? 'is' : 'are'} given`,
    );
  }
  if (wanted === 1 && operands[0]?.kind !== 'path') {
    throw tokens.errorAt(word.position, `${name} takes the name or path of an attribute`);
  }
  if (name === 'attribute_type' && operands[1]?.kind !== 'value') {
    throw tokens.errorAt(
      word.position,
      'the second operand of attribute_type is a value such as ":type" that names the type',
    );
  }
}

/** `name (operand, …)` after the name. */
export function parseFunction(
  word: Token,
  name: ConditionFunction,
  tokens: Tokens,
  nesting: Nesting,
): FunctionCondition {
  tokens.take('(');
  const operands: Operand[] = [];
  do operands.push(nesting.within(() => parseOperand(tokens, nesting)));
  while (tokens.take(','));
  if (!tokens.take(')')) throw tokens.unexpected('"," or ")"');
  checkOperands(word, name, operands, tokens);
  return { kind: 'function', name, operands, position: word.position };
}
