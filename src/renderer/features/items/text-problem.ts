import { DomainError } from '../../../domain/domain-error.ts';
import { parseAttributePath } from '../../../domain/expressions/index.ts';
import type { AttributePath } from '../../../domain/expressions/index.ts';
import { JsonSyntaxError, readJson, textPosition } from '../../../domain/json-reader.ts';
import type { JsonNode } from '../../../domain/json-reader.ts';

/** What is wrong with a text, and where; line and column are counted from 1. */
export type TextProblem = {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
};

/** The place of an error in the text of an item; `typed` where it is DynamoDB JSON. */
export function describeTextProblem(error: unknown, text: string, typed: boolean): TextProblem {
  if (error instanceof JsonSyntaxError)
    return { message: error.message, line: error.line, column: error.column };
  if (!(error instanceof DomainError)) throw error;
  const { message, path } = error;
  const offset = path === undefined || path === '' ? undefined : offsetOf(text, path, typed);
  if (offset === undefined) return { message };
  const { line, column } = textPosition(text, offset);
  return { message, line, column };
}

function offsetOf(text: string, path: string, typed: boolean): number | undefined {
  try {
    return placeOf(readJson(text), parseAttributePath(path), typed)?.offset;
  } catch (error) {
    // A path may name what cannot be typed as one; the message still names it.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The node at a path, or the last one on the way that is there. */
function placeOf(root: JsonNode, path: AttributePath, typed: boolean): JsonNode | undefined {
  let node = root;
  for (const [depth, step] of path.entries()) {
    const inner = typed && depth > 0 ? unwrap(node) : node;
    const next =
      inner.kind === 'object'
        ? inner.members.find(({ name }) => name === String(step))?.value
        : inner.kind === 'array' && typeof step === 'number'
          ? inner.elements[step]
          : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

/** What stands inside of `{"M": …}` or `{"L": …}`. */
function unwrap(node: JsonNode): JsonNode {
  const [only] = node.kind === 'object' ? node.members : [];
  return only === undefined ? node : only.value;
}
