import type { Tokens } from './lexer.ts';

const maximumDepth = 300;

/** Counts how deep a parser is in parentheses, so that hostile text cannot exhaust the stack. */
export type Nesting = { readonly within: <T>(parse: () => T) => T };

/** A counter for one parse. More than 300 levels is an ExpressionError. */
export function createNesting(tokens: Tokens): Nesting {
  let depth = 0;
  return {
    within(parse) {
      if (depth === maximumDepth) {
        throw tokens.errorAt(
          tokens.peek().position,
          `the expression is nested more than ${maximumDepth} levels deep`,
        );
      }
      depth += 1;
      const result = parse();
      depth -= 1;
      return result;
    },
  };
}
