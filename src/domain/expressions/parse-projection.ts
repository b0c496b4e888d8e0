import type { PathNode, ProjectionExpression } from './ast.ts';
import { createTokens } from './lexer.ts';
import { parsePath } from './parse-path.ts';

/** Parses a projection expression. Throws ExpressionError with the place. */
export function parseProjectionExpression(text: string): ProjectionExpression {
  const tokens = createTokens(text, 'projection');
  const paths: PathNode[] = [];
  do paths.push(parsePath(tokens));
  while (tokens.take(','));
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('"," or the end');
  return { paths };
}
