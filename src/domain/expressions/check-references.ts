import type { AttributeMap } from '../attribute-value.ts';
import { errorIn, ExpressionError } from './expression-error.ts';
import { isPlaceholder } from './lexer.ts';
import type { ParsedExpression } from './parsed-expressions.ts';
import type { ExpressionAttributeNames } from './placeholders.ts';

/** What of the two maps the expressions use; throws at the first that is not defined. */
function collectUsed(
  parsed: readonly ParsedExpression[],
  names: ExpressionAttributeNames,
  values: AttributeMap,
): Set<string> {
  const used = new Set<string>();
  for (const { kind, text, visit } of parsed) {
    const note = (what: 'name' | 'value', placeholder: string, position: number | undefined) => {
      used.add(placeholder);
      if (Object.hasOwn(what === 'name' ? names : values, placeholder)) return;
      throw errorIn(
        kind,
        text,
        position ?? 0,
        `The ${what} "${placeholder}" is used in the ${kind} expression and not defined. Add it to Expression attribute ${what}s.`,
      );
    };
    visit({
      path: ({ elements, position }) => {
        for (const element of elements) {
          if (element.kind === 'placeholder') note('name', element.placeholder, position);
        }
      },
      value: ({ placeholder, position }) => note('value', placeholder, position),
    });
  }
  return used;
}

function checkDefined(
  map: 'names' | 'values',
  defined: readonly string[],
  used: ReadonlySet<string>,
): void {
  const sign = map === 'names' ? '#' : ':';
  for (const placeholder of defined) {
    if (!isPlaceholder(placeholder, sign)) {
      throw new ExpressionError(
        `"${placeholder}" in Expression attribute ${map} must be ${sign} followed by letters, digits or _ only.`,
        map,
      );
    }
    if (!used.has(placeholder)) {
      throw new ExpressionError(
        `"${placeholder}" is defined and not used: DynamoDB refuses unused ${map}.`,
        map,
      );
    }
  }
}

/**
 * Checks that every `#name` and `:value` used is defined, and that every one defined is used, in
 * one expression or another of the request. Throws ExpressionError.
 */
export function checkReferences(
  parsed: readonly ParsedExpression[],
  names: ExpressionAttributeNames,
  values: AttributeMap,
): void {
  const used = collectUsed(parsed, names, values);
  checkDefined('names', Object.keys(names), used);
  checkDefined('values', Object.keys(values), used);
  for (const [placeholder, name] of Object.entries(names)) {
    if (name === '') {
      throw new ExpressionError(
        `"${placeholder}" stands for an empty name, and DynamoDB has no attribute without a name.`,
        'names',
      );
    }
  }
}
