import { DomainError } from './domain-error.ts';
import { JsonSyntaxError, readJson, textPosition } from './json-reader.ts';
import type { JsonNode, TextPosition } from './json-reader.ts';
import { elementPath, memberPath } from './value-path.ts';

/** A problem as an editor marks it: both counted from 1. */
export type TextProblem = TextPosition & { readonly message: string };

/**
 * Where in the text of an item an error stands, for editors: the place of a syntax error, or the
 * value at the error's path. `form` says how the text writes values. Undefined where the error
 * has no place, or is none of the domain.
 */
export function problemInText(
  text: string,
  error: unknown,
  form: 'plain' | 'dynamodb',
): TextProblem | undefined {
  if (error instanceof JsonSyntaxError) {
    return { line: error.line, column: error.column, message: error.message };
  }
  if (!(error instanceof DomainError) || error.path === undefined) return undefined;
  const root = readIfJson(text);
  const members = root?.kind === 'object' ? childrenOf(root, '', 'plain') : [];
  const node = find(members, error.path, form);
  if (node === undefined) return undefined;
  return { ...textPosition(text, node.offset), message: error.message };
}

type Located = { readonly path: string; readonly node: JsonNode };

function find(candidates: readonly Located[], path: string, form: 'plain' | 'dynamodb') {
  let open = candidates;
  while (open.length > 0) {
    const found = open.find((candidate) => candidate.path === path);
    if (found !== undefined) return found.node;
    open = open
      .filter((candidate) => path.startsWith(candidate.path))
      .flatMap(({ node, path: parent }) => childrenOf(node, parent, form));
  }
  return undefined;
}

/** The members or elements of a value; in DynamoDB JSON they stand behind `M`, `L` or a set. */
function childrenOf(node: JsonNode, path: string, form: 'plain' | 'dynamodb'): Located[] {
  const content = form === 'dynamodb' && node.kind === 'object' ? node.members[0]?.value : node;
  if (content?.kind === 'object') {
    return content.members.map(({ name, value }) => ({
      path: memberPath(path, name),
      node: value,
    }));
  }
  if (content?.kind !== 'array') return [];
  return content.elements.map((element, index) => ({
    path: elementPath(path, index),
    node: element,
  }));
}

function readIfJson(text: string): JsonNode | undefined {
  try {
    return readJson(text);
  } catch {
    // Text that is no JSON has no values to point at; its own error says where it breaks.
    return undefined;
  }
}
