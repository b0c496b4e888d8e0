import { DomainError } from '../../../../domain/domain-error.ts';
import { readJson } from '../../../../domain/json-reader.ts';
import type { JsonNode } from '../../../../domain/json-reader.ts';

/** Whether a text is worth an offer to lay it out: it opens and closes as an object or an array. */
export function looksLikeJson(text: string): boolean {
  const [first, last] = [/^\s*([[{])/.exec(text)?.[1], /([\]}])\s*$/.exec(text)?.[1]];
  return (first === '{' && last === '}') || (first === '[' && last === ']');
}

/** A JSON text over several lines, every digit of its numbers kept; undefined where it is none. */
export function prettyJson(text: string): string | undefined {
  try {
    return print(readJson(text), '\n');
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function print(node: JsonNode, line: string): string {
  if (node.kind === 'number') return node.text;
  if (node.kind === 'null') return 'null';
  if (node.kind === 'boolean' || node.kind === 'string') return JSON.stringify(node.value);
  const inner = `${line}  `;
  const parts =
    node.kind === 'array'
      ? node.elements.map((element) => print(element, inner))
      : node.members.map(({ name, value }) => `${JSON.stringify(name)}: ${print(value, inner)}`);
  const [open, close] = node.kind === 'array' ? '[]' : '{}';
  if (parts.length === 0) return `${open ?? ''}${close ?? ''}`;
  return `${open ?? ''}${inner}${parts.join(`,${inner}`)}${line}${close ?? ''}`;
}
