import { typeOf } from '../attribute-value.ts';
import type { AttributeMap, AttributeValue } from '../attribute-value.ts';

export const codeLanguages = ['python', 'javascript', 'aws-cli'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

export const codeOperations = [
  'PutItem',
  'GetItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'CreateTable',
] as const;
export type CodeOperation = (typeof codeOperations)[number];

/** Whose credentials the code uses. No secret is ever written into code. */
export type CodeAccess =
  /** Any will do: the engine asks for none, but the clients refuse to start without. */
  | { readonly kind: 'sandbox' }
  /** The default chain: environment, shared files, single sign-on, instance role. */
  | { readonly kind: 'default' }
  | { readonly kind: 'profile'; readonly profile: string };

/** A request exactly as it is sent, and where it goes. */
export type CodeRequest = {
  readonly operation: CodeOperation;
  /** The request in DynamoDB JSON. */
  readonly request: { readonly [member: string]: unknown };
  /** Absent for AWS itself. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  /** Absent: `sandbox` for an endpoint on this machine, `default` otherwise. */
  readonly access?: CodeAccess | undefined;
};

// The members that hold attributes by name; all others are plain JSON.
const attributeMembers: ReadonlySet<string> = new Set([
  'Item',
  'Key',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
]);

/** The members of a request in order, those that are not set left out. */
export function membersOf(
  request: CodeRequest['request'],
): { readonly name: string; readonly value: unknown; readonly isAttributes: boolean }[] {
  return Object.entries(request)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value, isAttributes: attributeMembers.has(name) }));
}

function hasBinary(value: AttributeValue): boolean {
  if ('B' in value || 'BS' in value) return true;
  if ('M' in value) return Object.values(value.M).some(hasBinary);
  return 'L' in value && value.L.some(hasBinary);
}

/** Whether any attribute of the request is binary, at any depth. */
export function requestHasBinary(request: CodeRequest['request']): boolean {
  return membersOf(request).some(
    ({ value, isAttributes }) =>
      isAttributes && Object.values(value as AttributeMap).some(hasBinary),
  );
}

/** The value's type and what it holds, for a printer that treats types apart. */
export function taken(value: AttributeValue): { readonly type: string; readonly content: unknown } {
  const type = typeOf(value);
  return { type, content: Object.entries(value).find(([name]) => name === type)?.[1] };
}

const loopback = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i;

/** Whose credentials to use where the caller does not say. */
export function accessOf({ access, endpoint }: CodeRequest): CodeAccess {
  if (access !== undefined) return access;
  return { kind: endpoint !== undefined && loopback.test(endpoint) ? 'sandbox' : 'default' };
}
