import { DomainError } from './domain-error.ts';

/** A piece of JSON as it stands in its text: numbers keep every digit, names their order. */
export type JsonNode =
  | { readonly kind: 'object'; readonly offset: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly offset: number; readonly elements: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly offset: number; readonly value: string }
  | { readonly kind: 'number'; readonly offset: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly offset: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly offset: number };

/** One member of an object. No two members of an object have the same name. */
export type JsonMember = { readonly name: string; readonly value: JsonNode };

/** A place in a text, both counted from 1; columns are UTF-16 units. */
export type TextPosition = { readonly line: number; readonly column: number };

/** Text that is not JSON; the message says what was found and what was expected. */
export class JsonSyntaxError extends DomainError {
  readonly line: number;
  readonly column: number;
  /** Where in the text, in UTF-16 units from its start. */
  readonly offset: number;

  constructor(message: string, offset: number, position: TextPosition) {
    super(message);
    this.name = 'JsonSyntaxError';
    this.offset = offset;
    this.line = position.line;
    this.column = position.column;
  }
}

/** The line and column of an offset. CR LF, LF and CR each end a line. */
export function textPosition(text: string, offset: number): TextPosition {
  let line = 1;
  let start = 0;
  for (const match of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    start = match.index + match[0].length;
  }
  return { line, column: offset - start + 1 };
}

/**
 * The same value as `JSON.parse` makes it. Numbers become JavaScript numbers: only for values
 * that hold none of the user's numbers.
 */
export function jsonNodeToValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        node.members.map(({ name, value }) => [name, jsonNodeToValue(value)]),
      );
    case 'array':
      return node.elements.map(jsonNodeToValue);
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
