import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import type { ExpressionAttributeNames } from '../../../domain/expressions/index.ts';
import { jsonNodeToValue } from '../../../domain/json-node.ts';
import { JsonSyntaxError, readJson, textPosition } from '../../../domain/json-reader.ts';
import type { JsonMember, JsonNode } from '../../../domain/json-reader.ts';
import { parseItem } from '../../../domain/parse-dynamodb-json.ts';
import { itemFromJsonNode } from '../../../domain/plain-json.ts';
import { memberPath } from '../../../domain/value-path.ts';

/** The two ways to write attributes down. */
export type TextFormat = 'json' | 'dynamodb-json';

/** What is wrong with a text, and where in it. */
export type TextProblem = {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
};

export type ReadText<Value> =
  | { readonly ok: true; readonly value: Value; readonly format: TextFormat }
  | { readonly ok: false; readonly problem: TextProblem };

const contentKinds: ReadonlyMap<string, JsonNode['kind']> = new Map([
  ['S', 'string'],
  ['N', 'string'],
  ['B', 'string'],
  ['BOOL', 'boolean'],
  ['NULL', 'boolean'],
  ['M', 'object'],
  ['L', 'array'],
  ['SS', 'array'],
  ['NS', 'array'],
  ['BS', 'array'],
]);

function isTypedValue({ value }: JsonMember): boolean {
  if (value.kind !== 'object' || value.members.length !== 1) return false;
  const [only] = value.members;
  return only !== undefined && contentKinds.get(only.name) === only.value.kind;
}

/**
 * Which of the two a JSON text is: DynamoDB JSON where every value at its top is a type with its
 * content, such as `{"S": "text"}`, and plain JSON otherwise.
 */
export function detectFormat(node: JsonNode): TextFormat {
  const isTyped =
    node.kind === 'object' && node.members.length > 0 && node.members.every(isTypedValue);
  return isTyped ? 'dynamodb-json' : 'json';
}

/** The place of the attribute at the top of the text in which an error lies. */
function placeOf(text: string, node: JsonNode, path: string | undefined): Partial<TextProblem> {
  if (path === undefined || node.kind !== 'object') return {};
  const member = node.members.find(({ name }) => {
    const start = memberPath('', name);
    return path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`);
  });
  return member ? textPosition(text, member.value.offset) : {};
}

/** Reads JSON with a function that may throw a DomainError about it. */
function readWith<Value>(
  text: string,
  read: (node: JsonNode) => { value: Value; format: TextFormat },
): ReadText<Value> {
  let node: JsonNode | undefined;
  try {
    node = readJson(text);
    return { ok: true, ...read(node) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      const { message, line, column } = error;
      return { ok: false, problem: { message, line, column } };
    }
    if (!(error instanceof DomainError) || node === undefined) throw error;
    const place = placeOf(text, node, error.path);
    return { ok: false, problem: { message: error.message, ...place } };
  }
}

/** Reads attributes from plain JSON or DynamoDB JSON; without a format it is told by the text. */
export function readAttributes(text: string, format?: TextFormat): ReadText<AttributeMap> {
  return readWith(text, (node) => {
    const used = format ?? detectFormat(node);
    const value = used === 'json' ? itemFromJsonNode(node) : parseItem(jsonNodeToValue(node));
    return { value, format: used };
  });
}

/** Reads ExpressionAttributeValues: like attributes, but nothing typed is no value. */
export function readValues(text: string): ReadText<AttributeMap> {
  return text.trim() === '' ? { ok: true, value: {}, format: 'json' } : readAttributes(text);
}

/** Reads ExpressionAttributeNames: an object of names, or nothing typed. */
export function readNames(text: string): ReadText<ExpressionAttributeNames> {
  if (text.trim() === '') return { ok: true, value: {}, format: 'json' };
  return readWith(text, (node) => {
    if (node.kind !== 'object') {
      throw new DomainError('Names are an object, such as {"#y": "year"}.');
    }
    const entries = node.members.map(({ name, value }): [string, string] => {
      if (value.kind === 'string') return [name, value.value];
      const path = memberPath('', name);
      throw new DomainError(`${name} must stand for an attribute's name in double quotes.`, path);
    });
    return { value: Object.fromEntries(entries), format: 'json' };
  });
}
