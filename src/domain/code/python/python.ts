import type { CodeRequest } from '../code-request.ts';
import { isTyped } from '../import-format.ts';
import { readingOf } from '../reading.ts';
import { connect } from './connect.ts';
import { importCode } from './import.ts';
import type { PythonKind } from './notation.ts';
import { readAll } from './read.ts';
import { methodOf, receiverOf, resourceClient } from './receiver.ts';
import { batch, commit, single } from './write.ts';

function body(input: CodeRequest, kind: PythonKind): string[] {
  if (input.operation === 'Import') return importCode(input.request, kind);
  if (input.operation === 'Commit') return commit(input.request, kind);
  if (input.operation === 'BatchWriteItem') return batch(input.request, kind);
  const { operation, request } = input;
  const reading = readingOf(operation, request);
  if (reading === undefined) return single(input, kind);
  const shared = reading.segments !== undefined;
  const receiver = receiverOf(kind, operation, reading.request, shared);
  const call = `${receiver.name}.${methodOf(operation)}`;
  return readAll(call, { ...reading, request: receiver.request }, kind);
}

function setUp(input: CodeRequest, kind: PythonKind): readonly string[] {
  if (kind === 'client' || input.operation === 'Import') return [];
  if (input.operation === 'Commit') return [resourceClient];
  const shared = readingOf(input.operation, input.request)?.segments !== undefined;
  return receiverOf(kind, input.operation, input.request, shared).setUp;
}

const standard = ['base64', 'json', 'sys', 'time'];

/** By what is written in the code; a text of the user's that reads so imports one too many. */
function imports(code: string): string {
  const lines = standard
    .filter((name) => code.includes(`${name}.`))
    .map((name) => `import ${name}`);
  if (code.includes('ThreadPoolExecutor(')) {
    lines.push('from concurrent.futures import ThreadPoolExecutor');
  }
  if (/\bDecimal\b/.test(code)) lines.push('from decimal import Decimal');
  if (lines.length > 0) lines.push('');
  lines.push('import boto3');
  if (code.includes('TypeSerializer('))
    lines.push('from boto3.dynamodb.types import TypeSerializer');
  if (code.includes('ClientError')) lines.push('from botocore.exceptions import ClientError');
  return lines.join('\n');
}

/**
 * What the app does as Python with boto3: by the resource in Python's own values (`Decimal`, sets,
 * bytes), or by the client in DynamoDB JSON. Both keep every digit.
 */
export function pythonCode(kind: PythonKind): (input: CodeRequest) => string {
  return (input) => {
    const used =
      kind === 'resource' && input.operation === 'Import' && isTyped(input.request)
        ? 'client'
        : kind;
    const said =
      used === kind ? [] : ["# The file is DynamoDB JSON, which boto3's client takes as it is."];
    const code = [...setUp(input, used), ...body(input, used)].join('\n').trimStart();
    const gap = code.startsWith('def ') ? '\n' : '';
    return [...said, imports(code), '', `${connect(input, used)}\n${gap}`, code, ''].join('\n');
  };
}
