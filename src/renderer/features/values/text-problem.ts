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

/** How a text says a value: whether with types, as DynamoDB JSON does, and of what it is. */
export type TextForm = {
  readonly typed: boolean;
  /** A value stands for the first step of every path: its name is not in the text. */
  readonly of: 'item' | 'value';
};

/** The place of an error in the text of an item, or of one value. */
export function describeTextProblem(error: unknown, text: string, form: TextForm): TextProblem {
  if (error instanceof JsonSyntaxError)
    return { message: error.message, line: error.line, column: error.column };
  if (!(error instanceof DomainError)) throw error;
  const { message, path } = error;
  const offset = path === undefined || path === '' ? undefined : offsetOf(text, path, form);
  if (offset === undefined) return { message };
  const { line, column } = textPosition(text, offset);
  return { message, line, column };
}

function offsetOf(text: string, path: string, form: TextForm): number | undefined {
  try {
    return placeOf(readJson(text), parseAttributePath(path), form)?.offset;
  } catch (error) {
    // A path may name what cannot be typed as one; the message still names it.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The node at a path, or the last one on the way that is there. */
function placeOf(root: JsonNode, path: AttributePath, form: TextForm): JsonNode | undefined {
  let node = root;
  for (const [depth, step] of path.entries()) {
    if (depth === 0 && form.of === 'value') continue;
    const inner = form.typed && depth > 0 ? unwrap(node) : node;
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
