import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { checkBase64 } from '../../../domain/base64.ts';
import { checkNumber } from '../../../domain/number.ts';

/** What is wrong with the text of a number, in words; undefined where nothing is. */
export function numberProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Type a number.';
  const checked = checkNumber(text);
  return checked.ok ? undefined : checked.reason;
}

function setProblem(
  elements: readonly string[],
  same: (text: string) => string,
): string | undefined {
  if (elements.length === 0) return 'A set needs at least one element.';
  const seen = new Set<string>();
  for (const element of elements) {
    const form = same(element);
    if (seen.has(form)) return `"${element}" is in the set twice.`;
    seen.add(form);
  }
  return undefined;
}

function canonicalNumber(text: string): string {
  const checked = checkNumber(text);
  return checked.ok ? checked.canonical : text;
}

/** What DynamoDB would refuse in the value itself, not in what is nested inside of it. */
export function valueProblem(value: AttributeValue): string | undefined {
  if ('N' in value) return numberProblem(value.N);
  if ('B' in value) return checkBase64(value.B);
  if ('SS' in value) return setProblem(value.SS, (text) => text);
  if ('NS' in value) {
    const element = value.NS.map(numberProblem).find((problem) => problem !== undefined);
    return element ?? setProblem(value.NS, canonicalNumber);
  }
  if ('BS' in value) {
    const element = value.BS.map(checkBase64).find((problem) => problem !== undefined);
    return element ?? setProblem(value.BS, (text) => text);
  }
  return undefined;
}

/** The first problem in a value or in anything nested in it, with the path to it. */
export function deepValueProblem(
  value: AttributeValue,
  path: string,
): { path: string; problem: string } | undefined {
  if ('M' in value) {
    for (const [name, inner] of Object.entries(value.M)) {
      const found = deepValueProblem(inner, `${path}.${name}`);
      if (found) return found;
    }
    return undefined;
  }
  if ('L' in value) {
    for (const [index, inner] of value.L.entries()) {
      const found = deepValueProblem(inner, `${path}[${index}]`);
      if (found) return found;
    }
    return undefined;
  }
  const problem = valueProblem(value);
  return problem === undefined ? undefined : { path, problem };
}
