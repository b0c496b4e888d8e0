import type { AttributeMap, AttributeValue } from '../attribute-value.ts';
import { typeOf } from '../attribute-value.ts';
import type { CodeMembers } from './code-request.ts';
import type { Layout } from './layout.ts';

type Entries = readonly (readonly [name: string, value: Layout])[];

/** How a language writes what JSON has. */
export type Basics = {
  readonly object: (entries: Entries) => Layout;
  readonly list: (values: readonly Layout[]) => Layout;
  /** Text, a number, true, false or null. */
  readonly scalar: (value: unknown) => Layout;
};

/** How a style of code writes a request. */
export type Notation = Basics & { readonly attribute: (value: AttributeValue) => Layout };

// The members that hold attributes by name.
const attributeMembers: ReadonlySet<string> = new Set([
  'Item',
  'Key',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
]);

type Visit<Result> = {
  readonly object: (entries: readonly (readonly [string, Result])[]) => Result;
  readonly list: (values: readonly Result[]) => Result;
  readonly scalar: (value: unknown) => Result;
  readonly attribute: (value: AttributeValue) => Result;
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function visitMember<Result>(name: string, value: unknown, visit: Visit<Result>): Result {
  if (attributeMembers.has(name) && isObject(value)) {
    const entries = Object.entries(value as AttributeMap);
    return visit.object(entries.map(([key, one]) => [key, visit.attribute(one)]));
  }
  if (name === 'Parameters' && Array.isArray(value)) {
    return visit.list((value as AttributeValue[]).map(visit.attribute));
  }
  if (name === 'RequestItems' && isObject(value)) {
    // By table: a table may be named as a member is.
    const tables = Object.entries(value) as [string, unknown][];
    return visit.object(tables.map(([table, one]) => [table, visitMember('', one, visit)]));
  }
  if (Array.isArray(value)) return visit.list(value.map((one) => visitMember('', one, visit)));
  return isObject(value) ? visit.object(visitMembers(value, visit)) : visit.scalar(value);
}

/** The members of a request in order, those that are not set left out. */
export function setMembers(request: object): [name: string, value: unknown][] {
  return Object.entries(request).filter(([, value]) => value !== undefined);
}

/** Goes through a request in order, attributes told from the rest; what is not set is left out. */
export function visitMembers<Result>(
  request: object,
  visit: Visit<Result>,
): (readonly [name: string, value: Result])[] {
  return setMembers(request).map(
    ([name, value]) => [name, visitMember(name, value, visit)] as const,
  );
}

/** Whether any attribute value of the request, at any depth, is so; `name` is that in its map. */
export function someAttribute(
  request: CodeMembers,
  is: (value: AttributeValue) => boolean,
  isName: (name: string) => boolean = () => false,
): boolean {
  const attribute = (value: AttributeValue): boolean => {
    if (is(value)) return true;
    if ('L' in value) return value.L.some(attribute);
    if (!('M' in value)) return false;
    return Object.entries(value.M).some(([name, one]) => isName(name) || attribute(one));
  };
  const any = (entries: readonly (readonly [string, boolean])[]) =>
    entries.some(([name, found]) => found || isName(name));
  const found = visitMembers(request, {
    object: any,
    list: (values) => values.includes(true),
    scalar: () => false,
    attribute,
  });
  return any(found);
}

/** Whether any attribute of the request is binary, at any depth. */
export function requestHasBinary(request: CodeMembers): boolean {
  return someAttribute(request, (value) => 'B' in value || 'BS' in value);
}

/** Attributes as DynamoDB JSON has them, `{ N: "1" }`, but binary as the language's own bytes. */
export function typedAttribute(
  { object, list, scalar }: Basics,
  binary: (base64: string) => Layout,
): (value: AttributeValue) => Layout {
  const attribute = (value: AttributeValue): Layout => {
    if ('M' in value) {
      const entries = Object.entries(value.M).map(([name, one]) => [name, attribute(one)] as const);
      return object([['M', object(entries)]]);
    }
    if ('L' in value) return object([['L', list(value.L.map(attribute))]]);
    if ('B' in value) return object([['B', binary(value.B)]]);
    if ('BS' in value) return object([['BS', list(value.BS.map(binary))]]);
    const type = typeOf(value);
    const content: unknown = Object.entries(value).find(([name]) => name === type)?.[1];
    return object([[type, Array.isArray(content) ? list(content.map(scalar)) : scalar(content)]]);
  };
  return attribute;
}

/** The name of the table that a request names. */
export function tableNameOf(request: CodeMembers): string {
  return String(request['TableName']);
}
