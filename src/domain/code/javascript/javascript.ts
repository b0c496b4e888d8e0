import { wireCodeOperations } from '../code-request.ts';
import type { CodeRequest, WireAct } from '../code-request.ts';
import { isTyped } from '../import-format.ts';
import { someAttribute } from '../notation.ts';
import { readingOf } from '../reading.ts';
import { commandOf } from './command.ts';
import { connect } from './connect.ts';
import { importCode } from './import.ts';
import type { JavascriptKind } from './notation.ts';
import { readAll } from './read.ts';
import { batch, commit, single } from './write.ts';

function body(input: CodeRequest, kind: JavascriptKind): string[] {
  if (input.operation === 'Import') return importCode(input.request, kind);
  if (input.operation === 'Commit') return commit(input.request, kind);
  if (input.operation === 'BatchWriteItem') return batch(input.request, kind);
  const reading = readingOf(input.operation, input.request);
  return reading === undefined ? single(input, kind) : readAll(input.operation, reading, kind);
}

const isUnsafeName = (name: string): boolean => name === '__proto__' || name === 'constructor';

function unsafeName({ request }: WireAct): boolean {
  return someAttribute(request, () => false, isUnsafeName);
}

/** Why the document client will not do, in words; undefined where it will. */
function whyPlain(input: CodeRequest): string | undefined {
  const { operation, request } = input;
  if (operation === 'CreateTable' || operation === 'DeleteTable') {
    return 'The document client has no commands for tables.';
  }
  if (operation === 'Import') {
    return isTyped(request)
      ? 'The file is DynamoDB JSON, which the plain client takes.'
      : undefined;
  }
  const acts = operation === 'Commit' ? request.writes : [input as WireAct];
  return acts.some(unsafeName)
    ? 'The document client cannot write attributes named __proto__ or constructor.'
    : undefined;
}

// Of Node itself.
const standard: readonly (readonly [used: string, line: string])[] = [
  ['createReadStream(', 'import { createReadStream } from "node:fs";'],
  ['readFile(', 'import { readFile } from "node:fs/promises";'],
];

const base = ['DynamoDBClient', 'waitUntilTableExists', 'waitUntilTableNotExists'];
const documents = ['DynamoDBDocumentClient', 'NumberValue'];

/** What the code uses of a library. A text of the user's that reads so imports one too many. */
function used(code: string, kind: JavascriptKind): string[] {
  const commands = wireCodeOperations.map((operation) => commandOf(operation, kind));
  const known = [...(kind === 'plain' ? base : documents), ...commands];
  return known.filter((name) => new RegExp(String.raw`\b${name}[.(]`).test(code));
}

const from = (names: readonly string[], library: string): string =>
  `import { ${names.join(', ')} } from "@aws-sdk/${library}";`;

function imports(code: string, kind: JavascriptKind): string[] {
  const lines = standard.filter(([name]) => code.includes(name)).map(([, line]) => line);
  if (kind === 'plain') return [...lines, from(used(code, kind), 'client-dynamodb')];
  return [
    ...lines,
    from(['DynamoDBClient'], 'client-dynamodb'),
    from(used(code, kind), 'lib-dynamodb'),
  ];
}

/**
 * What the app does as JavaScript with the AWS SDK: by the document client in JavaScript's own
 * values (`NumberValue` for numbers that it would round, `Set`, bytes), or by the plain client in
 * DynamoDB JSON. Both keep every digit.
 */
export function javascriptCode(wanted: JavascriptKind): (input: CodeRequest) => string {
  return (input) => {
    const why = wanted === 'document' ? whyPlain(input) : undefined;
    const kind = why === undefined ? wanted : 'plain';
    const code = `${connect(input, kind)}\n\n${body(input, kind).join('\n')}`;
    const libraries = kind === 'plain' ? '' : ' @aws-sdk/lib-dynamodb';
    return [
      `// An ES module (a file that ends in .mjs); npm install @aws-sdk/client-dynamodb${libraries}`,
      ...(why === undefined ? [] : [`// ${why}`]),
      ...imports(code, kind),
      '',
      code,
      '',
    ].join('\n');
  };
}
