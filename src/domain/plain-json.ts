import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { DomainError } from './domain-error.ts';
import { readJson } from './json-reader.ts';
import type { JsonMember, JsonNode } from './json-reader.ts';
import { checkNumber } from './number.ts';
import { maximumNesting } from './parse-dynamodb-json.ts';
import { elementPath, memberPath } from './value-path.ts';

export { itemToPlainJson, valueToPlainJson, valueToPlainText } from './plain-json-print.ts';

/**
 * Reads an item from plain JSON: text becomes String, a number Number with every digit kept,
 * true and false Boolean, null Null, an array List, an object Map. Throws JsonSyntaxError with
 * the line where it is not JSON, DomainError with the path where a number is not one that
 * DynamoDB keeps.
 */
export function itemFromPlainJson(text: string): Item {
  return itemFromJsonNode(readJson(text));
}

/** The item of a piece of plain JSON that was read already; errors as of `itemFromPlainJson`. */
export function itemFromJsonNode(node: JsonNode): Item {
  if (node.kind !== 'object') {
    throw new DomainError(
      `An item is an object of attributes, but this is ${kindNames[node.kind]}.`,
    );
  }
  return readMembers(node.members, '', 0);
}

/** The value of a piece of plain JSON; `path` names it in messages. */
export function valueFromJsonNode(node: JsonNode, path: string, depth = 0): AttributeValue {
  switch (node.kind) {
    case 'string':
      return { S: node.value };
    case 'number':
      return { N: checkedNumber(node.text, path) };
    case 'boolean':
      return { BOOL: node.value };
    case 'null':
      return { NULL: true };
    case 'array':
      return { L: readElements(node.elements, path, depth + 1) };
    default:
      return { M: readMembers(node.members, path, depth + 1) };
  }
}

function readElements(
  elements: readonly JsonNode[],
  path: string,
  depth: number,
): AttributeValue[] {
  checkDepth(path, depth);
  return elements.map((element, index) =>
    valueFromJsonNode(element, elementPath(path, index), depth),
  );
}

function readMembers(members: readonly JsonMember[], path: string, depth: number): AttributeMap {
  checkDepth(path, depth);
  return Object.fromEntries(
    members.map(({ name, value }) => [
      name,
      valueFromJsonNode(value, memberPath(path, name), depth),
    ]),
  );
}

function checkDepth(path: string, depth: number): void {
  if (depth <= maximumNesting) return;
  const message = `Lists and maps are nested deeper than ${maximumNesting} levels.`;
  throw new DomainError(`${path}: ${message}`, path);
}

function checkedNumber(text: string, path: string): string {
  const check = checkNumber(text);
  if (!check.ok) throw new DomainError(`${path}: ${check.reason}`, path);
  return text;
}

const kindNames: Readonly<Record<JsonNode['kind'], string>> = {
  object: 'an object',
  array: 'an array',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};
