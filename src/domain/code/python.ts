import type { AttributeMap, AttributeValue } from '../attribute-value.ts';
import { accessOf, membersOf, requestHasBinary, taken } from './code-request.ts';
import type { CodeOperation, CodeRequest } from './code-request.ts';
import { print } from './layout.ts';
import type { Layout } from './layout.ts';

const style = { step: '    ', trailingComma: true };

// A JSON string is a Python string of the same characters.
const quoted = (text: string) => JSON.stringify(text);

const binary = (base64: unknown): Layout => `base64.b64decode(${quoted(String(base64))})`;

function plain(value: unknown): Layout {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return list(value.map(plain));
  const entries = Object.entries(value as object);
  return dictionary(entries.map(([name, one]) => [name, plain(one)]));
}

const list = (values: readonly Layout[]): Layout => ({
  open: '[',
  close: ']',
  entries: values.map((value) => ({ value })),
});

const dictionary = (entries: readonly (readonly [string, Layout])[]): Layout => ({
  open: '{',
  close: '}',
  entries: entries.map(([name, value]) => ({ prefix: `${quoted(name)}: `, value })),
});

function attribute(value: AttributeValue): Layout {
  if ('M' in value) return dictionary([['M', attributes(value.M)]]);
  if ('L' in value) return dictionary([['L', list(value.L.map(attribute))]]);
  if ('B' in value) return dictionary([['B', binary(value.B)]]);
  if ('BS' in value) return dictionary([['BS', list(value.BS.map(binary))]]);
  const { type, content } = taken(value);
  return dictionary([[type, plain(content)]]);
}

const attributes = (map: AttributeMap): Layout =>
  dictionary(Object.entries(map).map(([name, value]) => [name, attribute(value)]));

const methods: Readonly<Record<CodeOperation, string>> = {
  PutItem: 'put_item',
  GetItem: 'get_item',
  UpdateItem: 'update_item',
  DeleteItem: 'delete_item',
  Query: 'query',
  Scan: 'scan',
  CreateTable: 'create_table',
};

function call(name: string, entries: readonly (readonly [string, Layout])[]): string {
  const parts = entries.map(([member, value]) => ({ prefix: `${member}=`, value }));
  return print({ open: `${name}(`, close: ')', broken: true, entries: parts }, style);
}

function client(input: CodeRequest): string {
  const access = accessOf(input);
  const entries: [string, Layout][] = [['region_name', quoted(input.region)]];
  if (input.endpoint !== undefined) entries.push(['endpoint_url', quoted(input.endpoint)]);
  if (access.kind === 'sandbox') {
    entries.push(['aws_access_key_id', '"sortkey"'], ['aws_secret_access_key', '"sortkey"']);
  }
  const parts = entries.map(([name, value]) => ({ prefix: `${name}=`, value }));
  const maker =
    access.kind === 'profile'
      ? `boto3.Session(profile_name=${quoted(access.profile)}).client(`
      : 'boto3.client(';
  const entry = [{ value: '"dynamodb"' }, ...parts];
  return print({ open: `client = ${maker}`, close: ')', broken: true, entries: entry }, style);
}

function answer({ operation, request }: CodeRequest): string {
  if (operation === 'GetItem') return 'print(response.get("Item"))';
  if (operation === 'Query' || operation === 'Scan') {
    return 'for item in response["Items"]:\n    print(item)';
  }
  if (operation === 'CreateTable') {
    const name = print(plain(request['TableName']), style);
    return `client.get_waiter("table_exists").wait(TableName=${name})\nprint(response["TableDescription"]["TableName"])`;
  }
  return 'print(response)';
}

/** The request as Python with boto3's client, whose DynamoDB JSON keeps every digit. */
export function pythonCode(input: CodeRequest): string {
  const members = membersOf(input.request).map(
    ({ name, value, isAttributes }) =>
      [name, isAttributes ? attributes(value as AttributeMap) : plain(value)] as const,
  );
  return [
    ...(requestHasBinary(input.request) ? ['import base64', ''] : []),
    'import boto3',
    '',
    client(input),
    '',
    call(`response = client.${methods[input.operation]}`, members),
    answer(input),
    '',
  ].join('\n');
}
