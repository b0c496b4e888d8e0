import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeLanguage, CodeOperation } from '../../domain/code/code-request.ts';
import { generateCode } from '../../domain/code/generate-code.ts';
import type { TestEngine } from './start-engine.ts';
import { startTestEngine, testTableName } from './start-engine.ts';
import { sendValue, testClient } from './wire.ts';

const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

// Beside node_modules, where JavaScript finds the SDK.
const scratch = await mkdtemp(
  fileURLToPath(new URL('../../../node_modules/.code-', import.meta.url)),
);

type Runner = {
  readonly missing: string;
  readonly isThere: () => boolean;
  readonly file: string;
  readonly command: string;
};

const runners: Readonly<Record<CodeLanguage, Runner>> = {
  python: {
    missing: 'python3 with boto3 is not on this machine',
    isThere: () => runs('python3', '-c', 'import boto3'),
    file: 'code.py',
    command: 'python3',
  },
  javascript: {
    missing: 'node is not on this machine',
    isThere: () => runs('node', '--version'),
    file: 'code.mjs',
    command: 'node',
  },
  'aws-cli': {
    missing: 'the AWS CLI is not on this machine',
    isThere: () => runs('aws', '--version'),
    file: 'code.sh',
    command: 'sh',
  },
};

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(async () => {
  await engine.stop();
  await rm(scratch, { recursive: true });
});

/** Runs the code of a request as a user would, and answers what it printed. */
async function run(
  language: CodeLanguage,
  operation: CodeOperation,
  request: { [member: string]: unknown },
): Promise<string> {
  const { file, command } = runners[language];
  const path = join(scratch, file);
  const place = { endpoint: engine.endpoint, region: 'us-east-1' };
  const code = generateCode(language, {
    operation,
    request,
    ...place,
    access: { kind: 'sandbox' },
  });
  await writeFile(path, code);
  const done = spawnSync(command, [path], {
    encoding: 'utf8',
    // No key, profile or pager of whoever runs the tests.
    env: { PATH: process.env['PATH'], HOME: scratch, LANG: 'C.UTF-8', AWS_PAGER: '' },
  });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout;
}

const key = { book_id: { N: '1000' }, title: { S: 'It\'s "Atomic" $HOME `x` \\ é 😀\n' } };

describe('code that the app shows, run as it stands', () => {
  for (const language of ['python', 'javascript', 'aws-cli'] as const) {
    it(`does in ${language} what the app does`, { timeout: 120_000 }, async ({ skip }) => {
      if (!runners[language].isThere()) skip(runners[language].missing);
      const TableName = testTableName(`Code-${language}`);
      await run(language, 'CreateTable', {
        TableName,
        AttributeDefinitions: [
          { AttributeName: 'book_id', AttributeType: 'N' },
          { AttributeName: 'title', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'book_id', KeyType: 'HASH' },
          { AttributeName: 'title', KeyType: 'RANGE' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
      });

      // The CLI takes two seconds to start: what differs least is left to its golden files.
      const quick = language === 'aws-cli';
      // Version 1 of the CLI cannot write binary; the code refuses to run there, which is meant.
      const binary = quick ? {} : { b: { B: 'AAEC/f7/' }, bs: { BS: ['AAE='] } };
      const item = {
        ...key,
        price: { N: '12345678901234567890.123456789012345678' },
        empty: { S: '' },
        nothing: { NULL: true },
        no: { BOOL: false },
        tags: { SS: ['a', "b's"] },
        years: { NS: ['2.5'] },
        'a.b': { L: [{ N: '1' }, { L: [] }, { M: { '': { M: {} } } }] },
        ...binary,
      };
      await run(language, 'PutItem', {
        TableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(#n0)',
        ExpressionAttributeNames: { '#n0': 'book_id' },
      });
      const wire = testClient(engine.endpoint);
      const stored = await sendValue(wire, 'GetItem', { TableName, Key: key });
      expect(JSON.parse(stored.body)).toEqual({ Item: item });

      await run(language, 'UpdateItem', {
        TableName,
        Key: key,
        UpdateExpression: 'SET #n0 = :v0 REMOVE #n1',
        ConditionExpression: '#n0 > :v1',
        ExpressionAttributeNames: { '#n0': 'price', '#n1': 'a.b' },
        ExpressionAttributeValues: { ':v0': { N: '10.01' }, ':v1': { N: '3' } },
        ReturnValues: 'ALL_NEW',
      });
      if (!quick) {
        const get = { TableName, Key: key, ConsistentRead: true };
        expect(await run(language, 'GetItem', get)).toContain('10.01');
        expect(await run(language, 'Scan', { TableName, Limit: 10 })).toContain('10.01');
      }
      const query = {
        TableName,
        KeyConditionExpression: '#n0 = :v0 AND begins_with(#n1, :v1)',
        ExpressionAttributeNames: { '#n0': 'book_id', '#n1': 'title' },
        ExpressionAttributeValues: { ':v0': { N: '1000' }, ':v1': { S: 'It' } },
        Limit: 100,
        ScanIndexForward: false,
      };
      expect(await run(language, 'Query', query)).toContain('10.01');
      await run(language, 'DeleteItem', { TableName, Key: key });
      const gone = await sendValue(wire, 'GetItem', { TableName, Key: key });
      expect(JSON.parse(gone.body)).toEqual({});
    });
  }
});
