import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { checkBase64 } from './base64.ts';
import { checkSet } from './check-set.ts';
import type { SetType } from './check-set.ts';
import { DomainError } from './domain-error.ts';
import { readJson } from './json-reader.ts';
import type { JsonMember, JsonNode } from './json-reader.ts';
import { alignElements, alignMembers } from './plain-json-align.ts';
import { looksLike } from './plain-json-match.ts';
import { itemFromJsonNode, valueFromJsonNode } from './plain-json.ts';
import { elementPath, memberPath } from './value-path.ts';

/**
 * The item that an edit of its plain JSON means. What was not changed in the plain view stays
 * exactly as it was, its type included; a set or a binary whose members or text were changed
 * stays a set or a binary, and where it cannot, that is an error, never a silent list or string.
 * Throws JsonSyntaxError, or DomainError with the path.
 */
export function applyPlainJson(original: Item, text: string): Item {
  const node = readJson(text);
  if (node.kind !== 'object') return itemFromJsonNode(node);
  return mergeMembers(original, node.members, '', 0);
}

/**
 * The value that an edit of its plain JSON means, kept as `applyPlainJson` keeps what was not
 * changed. `path` names the value in messages; without an original the types are those of JSON.
 */
export function applyPlainJsonValue(
  original: AttributeValue | undefined,
  text: string,
  path: string,
): AttributeValue {
  return merge(original, readJson(text), path, 0);
}

function mergeMembers(
  original: AttributeMap,
  members: readonly JsonMember[],
  path: string,
  depth: number,
): AttributeMap {
  const sources = alignMembers(original, members);
  return Object.fromEntries(
    members.map(({ name, value }, index) => [
      name,
      merge(sources[index], value, memberPath(path, name), depth),
    ]),
  );
}

function merge(
  original: AttributeValue | undefined,
  node: JsonNode,
  path: string,
  depth: number,
): AttributeValue {
  if (original === undefined) return valueFromJsonNode(node, path, depth);
  if (looksLike(node, original)) return original;
  if (node.kind === 'object' && 'M' in original) {
    return { M: mergeMembers(original.M, node.members, path, depth + 1) };
  }
  if (node.kind === 'array' && 'L' in original) {
    return { L: mergeElements(original.L, node.elements, path, depth + 1) };
  }
  if (node.kind === 'array') {
    if ('SS' in original) return { SS: readSet('SS', node.elements, path) };
    if ('NS' in original) return { NS: readSet('NS', node.elements, path) };
    if ('BS' in original) return { BS: readSet('BS', node.elements, path) };
  }
  if (node.kind === 'string' && 'B' in original) return { B: readBinary(node.value, path) };
  return valueFromJsonNode(node, path, depth);
}

function mergeElements(
  originals: readonly AttributeValue[],
  elements: readonly JsonNode[],
  path: string,
  depth: number,
): AttributeValue[] {
  const sources = alignElements(originals, elements);
  if (sources === undefined) {
    const message = 'Elements were both changed and added or removed, and sets or binaries are';
    const what = 'among them: their types cannot be told. Use the DynamoDB JSON tab.';
    throw new DomainError(`${path}: ${message} ${what}`, path);
  }
  return elements.map((element, index) =>
    merge(sources[index], element, elementPath(path, index), depth),
  );
}

const setWords = { SS: 'text', NS: 'a number', BS: 'base64 text' } as const;
const setNames = { SS: 'a string set', NS: 'a number set', BS: 'a binary set' } as const;
const otherType = 'To give it another type, use the Form or the DynamoDB JSON tab.';

function readSet(type: SetType, elements: readonly JsonNode[], path: string): string[] {
  const members = elements.map((element, index) => {
    if (type === 'NS' && element.kind === 'number') return element.text;
    if (type !== 'NS' && element.kind === 'string') return element.value;
    const where = elementPath(path, index);
    const message = `${path} is ${setNames[type]}, so this member must be ${setWords[type]}.`;
    throw new DomainError(`${where}: ${message} ${otherType}`, where);
  });
  const problem = checkSet(type, members);
  if (problem === undefined) return members;
  throw new DomainError(`${path} is ${setNames[type]}: ${problem} ${otherType}`, path);
}

function readBinary(text: string, path: string): string {
  const problem = checkBase64(text);
  if (problem === undefined) return text;
  throw new DomainError(`${path} is binary: ${problem} ${otherType}`, path);
}
