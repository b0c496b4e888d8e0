import type { AttributeMap, AttributeValue } from '../attribute-value.ts';
import { accessOf, membersOf, taken } from './code-request.ts';
import type { CodeRequest } from './code-request.ts';
import { print } from './layout.ts';
import type { Layout } from './layout.ts';

const style = { step: '  ', trailingComma: true };

const quoted = (text: string) => JSON.stringify(text);

/** A property's name; `__proto__` in plain form would set the prototype and not a property. */
function property(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

const binary = (base64: unknown): Layout => `Buffer.from(${quoted(String(base64))}, "base64")`;

const object = (entries: readonly (readonly [string, Layout])[], broken = false): Layout => ({
  open: '{',
  close: '}',
  padded: true,
  broken,
  entries: entries.map(([name, value]) => ({ prefix: `${property(name)}: `, value })),
});

const array = (values: readonly Layout[]): Layout => ({
  open: '[',
  close: ']',
  entries: values.map((value) => ({ value })),
});

function plain(value: unknown): Layout {
  if (Array.isArray(value)) return array(value.map(plain));
  if (typeof value === 'object' && value !== null) {
    return object(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  }
  return JSON.stringify(value);
}

function attribute(value: AttributeValue): Layout {
  if ('M' in value) return object([['M', attributes(value.M)]]);
  if ('L' in value) return object([['L', array(value.L.map(attribute))]]);
  if ('B' in value) return object([['B', binary(value.B)]]);
  if ('BS' in value) return object([['BS', array(value.BS.map(binary))]]);
  const { type, content } = taken(value);
  return object([[type, plain(content)]]);
}

const attributes = (map: AttributeMap): Layout =>
  object(Object.entries(map).map(([name, value]) => [name, attribute(value)]));

function client(input: CodeRequest): string {
  const access = accessOf(input);
  const entries: [string, Layout][] = [['region', quoted(input.region)]];
  if (input.endpoint !== undefined) entries.push(['endpoint', quoted(input.endpoint)]);
  if (access.kind === 'profile') entries.push(['profile', quoted(access.profile)]);
  if (access.kind === 'sandbox') {
    const keys = { accessKeyId: 'sortkey', secretAccessKey: 'sortkey' };
    entries.push(['credentials', plain(keys)]);
  }
  return `const client = new DynamoDBClient(${print(object(entries, true), style)});`;
}

function answer({ operation, request }: CodeRequest): string[] {
  if (operation === 'GetItem') return ['console.log(response.Item);'];
  if (operation === 'Query' || operation === 'Scan') return ['console.log(response.Items);'];
  if (operation !== 'CreateTable') return ['console.log(response);'];
  const table = print(object([['TableName', plain(request['TableName'])]]), style);
  return [
    `await waitUntilTableExists({ client, maxWaitTime: 300 }, ${table});`,
    'console.log(response.TableDescription.TableName);',
  ];
}

/** The request as JavaScript with the AWS SDK's client, whose DynamoDB JSON keeps every digit. */
export function javascriptCode(input: CodeRequest): string {
  const command = `${input.operation}Command`;
  const imports = ['DynamoDBClient', command];
  if (input.operation === 'CreateTable') imports.push('waitUntilTableExists');
  const members = membersOf(input.request).map(
    ({ name, value, isAttributes }) =>
      [name, isAttributes ? attributes(value as AttributeMap) : plain(value)] as const,
  );
  return [
    '// An ES module (a file that ends in .mjs); npm install @aws-sdk/client-dynamodb',
    `import { ${imports.join(', ')} } from "@aws-sdk/client-dynamodb";`,
    '',
    client(input),
    '',
    'const response = await client.send(',
    `  new ${command}(${print(object(members, true), style, 1)}),`,
    ');',
    ...answer(input),
    '',
  ].join('\n');
}
