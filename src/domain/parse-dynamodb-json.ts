import { attributeTypes } from './attribute-value.ts';
import type { AttributeType, AttributeValue, Item } from './attribute-value.ts';
import { checkBase64 } from './base64.ts';
import { checkSet } from './check-set.ts';
import { DomainError } from './domain-error.ts';
import { jsonNodeToValue } from './json-node.ts';
import { readJson } from './json-reader.ts';
import { checkNumber } from './number.ts';
import { elementPath, memberPath } from './value-path.ts';

/** Lists and maps may stand inside of each other this deep. */
export const maximumNesting = 32;

/**
 * Checks that a value made by `JSON.parse` is one attribute value in DynamoDB JSON, and returns
 * it. `path` names it in messages. Throws DomainError.
 */
export function parseAttributeValue(value: unknown, path = ''): AttributeValue {
  checkValue(value, path, 0);
  return value as AttributeValue;
}

/** Checks that a value made by `JSON.parse` is an item in DynamoDB JSON, and returns it. */
export function parseItem(value: unknown, path = ''): Item {
  checkMap(value, path, 0);
  return value as Item;
}

/**
 * Reads an item from DynamoDB JSON text. Throws JsonSyntaxError where it is not JSON (a doubled
 * name included), DomainError where it is not DynamoDB JSON.
 */
export function parseItemText(text: string): Item {
  return parseItem(jsonNodeToValue(readJson(text)));
}

/**
 * Reads one attribute value from DynamoDB JSON text; `path` names it in messages, errors are as of
 * `parseItemText`.
 */
export function parseAttributeValueText(text: string, path = ''): AttributeValue {
  return parseAttributeValue(jsonNodeToValue(readJson(text)), path);
}

function checkValue(value: unknown, path: string, depth: number): void {
  if (!isObject(value)) {
    const example = typeof value === 'number' ? '{"N": "12.5"}' : '{"S": "text"}';
    fail(`Expected a typed value such as ${example}, found ${describe(value)}.`, path);
  }
  const names = Object.keys(value);
  const [name] = names;
  if (names.length !== 1 || name === undefined) {
    fail(`Expected one type beside each value, found ${listNames(names)}.`, path);
  }
  if (!isType(name)) {
    fail(`${JSON.stringify(name)} is no attribute type; use ${attributeTypes.join(', ')}.`, path);
  }
  checkContent(name, value[name], path, depth);
}

function checkContent(type: AttributeType, content: unknown, path: string, depth: number): void {
  switch (type) {
    case 'S':
      return requireText(type, content, path);
    case 'N':
      requireText(type, content, path);
      return failIf(numberProblem(content), path);
    case 'B':
      requireText(type, content, path);
      return failIf(checkBase64(content), path);
    case 'BOOL':
      if (typeof content === 'boolean') return undefined;
      return fail(`BOOL must be true or false, found ${describe(content)}.`, path);
    case 'NULL':
      if (content === true) return undefined;
      return fail(`NULL must be true, found ${describe(content)}.`, path);
    case 'M':
      return checkMap(content, path, depth + 1);
    case 'L':
      return checkList(content, path, depth + 1);
    default:
      return checkSetContent(type, content, path);
  }
}

function checkMap(value: unknown, path: string, depth: number): void {
  checkDepth(path, depth);
  if (!isObject(value)) {
    fail(`Expected an object of attributes, found ${describe(value)}.`, path);
  }
  for (const [name, member] of Object.entries(value)) {
    checkValue(member, memberPath(path, name), depth);
  }
}

function checkList(value: unknown, path: string, depth: number): void {
  checkDepth(path, depth);
  if (!Array.isArray(value)) fail(`L must be an array, found ${describe(value)}.`, path);
  for (const [index, element] of value.entries()) {
    checkValue(element, elementPath(path, index), depth);
  }
}

function checkSetContent(type: 'SS' | 'NS' | 'BS', content: unknown, path: string): void {
  if (!Array.isArray(content)) fail(`${type} must be an array, found ${describe(content)}.`, path);
  for (const [index, member] of content.entries()) {
    requireText(type, member, elementPath(path, index));
  }
  failIf(checkSet(type, content), path);
}

function checkDepth(path: string, depth: number): void {
  if (depth > maximumNesting) {
    fail(`Lists and maps are nested deeper than ${maximumNesting} levels.`, path);
  }
}

function requireText(type: string, content: unknown, path: string): asserts content is string {
  if (typeof content === 'string') return;
  const hint = typeof content === 'number' ? '; put it in quotes' : '';
  fail(`${type} must hold text, found ${describe(content)}${hint}.`, path);
}

function numberProblem(text: string): string | undefined {
  const check = checkNumber(text);
  return check.ok ? undefined : check.reason;
}

function failIf(problem: string | undefined, path: string): void {
  if (problem !== undefined) fail(problem, path);
}

function fail(message: string, path: string): never {
  throw path === '' ? new DomainError(message) : new DomainError(`${path}: ${message}`, path);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isType(name: string): name is AttributeType {
  return (attributeTypes as readonly string[]).includes(name);
}

function listNames(names: string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, 3).map((name) => JSON.stringify(name));
  return names.length > 3 ? `${shown.join(', ')} and more` : shown.join(' and ');
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  // Not the number itself: JSON.parse may have rounded it.
  if (typeof value === 'number') return 'a plain number';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
