import { getAttribute } from './attribute-map.ts';
import type { AttributeMap, AttributeValue } from './attribute-value.ts';
import type { JsonMember, JsonNode } from './json-reader.ts';
import { numbersEqual } from './number.ts';
import { plainNumber } from './plain-json-print.ts';

/**
 * Whether a piece of plain JSON shows this value: what `itemToPlainJson` prints for it, in any
 * layout and any order of members, with numbers written in any way.
 */
export function looksLike(node: JsonNode, value: AttributeValue): boolean {
  if ('S' in value) return isText(node, value.S);
  if ('B' in value) return isText(node, value.B);
  if ('N' in value) return isNumber(node, value.N);
  if ('BOOL' in value) return node.kind === 'boolean' && node.value === value.BOOL;
  if ('NULL' in value) return node.kind === 'null';
  if ('M' in value) return node.kind === 'object' && membersLookLike(node.members, value.M);
  if ('L' in value) return elementsLookLike(node, value.L, looksLike);
  if ('NS' in value) return elementsLookLike(node, value.NS, isNumber);
  return elementsLookLike(node, 'SS' in value ? value.SS : value.BS, isText);
}

function isText(node: JsonNode, text: string): boolean {
  return node.kind === 'string' && node.value === text;
}

function isNumber(node: JsonNode, text: string): boolean {
  if (node.kind === 'number') return numbersEqual(node.text, text);
  return plainNumber(text) === undefined && isText(node, text);
}

function membersLookLike(members: readonly JsonMember[], map: AttributeMap): boolean {
  if (members.length !== Object.keys(map).length) return false;
  return members.every(({ name, value }) => {
    const original = getAttribute(map, name);
    return original !== undefined && looksLike(value, original);
  });
}

function elementsLookLike<Part>(
  node: JsonNode,
  parts: readonly Part[],
  same: (node: JsonNode, part: Part) => boolean,
): boolean {
  if (node.kind !== 'array' || node.elements.length !== parts.length) return false;
  return node.elements.every((element, index) => {
    const part = parts[index];
    return part !== undefined && same(element, part);
  });
}
