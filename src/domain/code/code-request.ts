export const codeStyles = [
  'python-resource',
  'python-client',
  'javascript-document',
  'javascript-plain',
  'aws-cli',
  'http',
  'curl',
] as const;
export type CodeStyle = (typeof codeStyles)[number];

export const wireCodeOperations = [
  'PutItem',
  'GetItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'BatchWriteItem',
  'TransactWriteItems',
  'TransactGetItems',
  'ExecuteStatement',
  'BatchExecuteStatement',
  'ExecuteTransaction',
  'CreateTable',
  'DeleteTable',
] as const;
export type WireCodeOperation = (typeof wireCodeOperations)[number];

/** The members of a request in DynamoDB JSON. */
export type CodeMembers = { readonly [member: string]: unknown };

/** One request exactly as it is sent. */
export type WireAct = { readonly operation: WireCodeOperation; readonly request: CodeMembers };

export type ImportFormat = 'json' | 'ndjson' | 'dynamodb-json' | 'dynamodb-json-lines';

/** A file of the user's whose rows become items. */
export type ImportAct = {
  readonly operation: 'Import';
  readonly request: {
    readonly tableName: string;
    readonly fileName: string;
    readonly format: ImportFormat;
    /** The table's partition key, and its sort key where it has one. */
    readonly keyNames: readonly string[];
  };
};

/** Writes sent one by one, each under its own condition: one that fails keeps back no other. */
export type CommitAct = {
  readonly operation: 'Commit';
  readonly request: { readonly writes: readonly WireAct[] };
};

/** What the app does, as far as it can be read as code. */
export type CodeAct = WireAct | ImportAct | CommitAct;
export type CodeOperation = CodeAct['operation'];

/** Whose credentials the code uses. No secret is ever written into code. */
export type CodeAccess =
  /** Any will do: the engine asks for none, but the clients refuse to start without. */
  | { readonly kind: 'sandbox' }
  /** The default chain: environment, shared files, single sign-on, instance role. */
  | { readonly kind: 'default' }
  | { readonly kind: 'profile'; readonly profile: string };

/** Where the code sends, and as whom. */
export type CodePlace = {
  /** Absent for AWS itself. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  /** Absent: `sandbox` for an endpoint on this machine, `default` otherwise. */
  readonly access?: CodeAccess | undefined;
};

export type CodeRequest = CodeAct & CodePlace;

const loopback = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i;

/** Whose credentials to use where the caller does not say. */
export function accessOf({ access, endpoint }: CodePlace): CodeAccess {
  if (access !== undefined) return access;
  return { kind: endpoint !== undefined && loopback.test(endpoint) ? 'sandbox' : 'default' };
}
