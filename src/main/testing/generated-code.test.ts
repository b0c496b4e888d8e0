import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../domain/attribute-value.ts';
import type { CodeStyle } from '../../domain/code/code-request.ts';
import { generateCode } from '../../domain/code/generate-code.ts';
import { itemsEqual } from '../../domain/equality.ts';
import { startBusyEndpoint } from './generated-code-endpoint.ts';
import {
  cliWritesBinary,
  makeFolder,
  removeFolder,
  runAll,
  whyNotRun,
} from './generated-code-runners.ts';
import type { Ran } from './generated-code-runners.ts';
import { files, itemsAfter, stepsOn, withoutBinary } from './generated-code-steps.ts';
import type { Step } from './generated-code-steps.ts';
import type { TestEngine } from './start-engine.ts';
import { startTestEngine, testTableName } from './start-engine.ts';
import { sendValue, testClient } from './wire.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startBusyEndpoint(await startTestEngine());
});
afterAll(() => engine.stop());

async function tableNow(tableName: string): Promise<Item[]> {
  const request = { TableName: tableName, ConsistentRead: true };
  const { body } = await sendValue(testClient(engine.endpoint), 'Scan', request);
  return (JSON.parse(body) as { Items: Item[] }).Items;
}

async function tableNames(): Promise<readonly string[]> {
  const { body } = await sendValue(testClient(engine.endpoint), 'ListTables', {});
  return (JSON.parse(body) as { TableNames: string[] }).TableNames;
}

/** Runs the code of each step as a user would. */
async function run(style: CodeStyle, steps: readonly Step[]): Promise<Ran[]> {
  const folder = await makeFolder(style);
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    const place = {
      endpoint: engine.endpoint,
      region: 'us-east-1',
      access: { kind: 'sandbox' },
    } as const;
    const codes = steps.map(({ act }) => generateCode(style, { ...act, ...place }));
    return await runAll(style, folder, codes);
  } finally {
    await removeFolder(folder);
  }
}

const times = (text: string, wanted: string): number => text.split(wanted).length - 1;

function expectEnded(step: Step, ran: Ran | undefined, isOnePage: boolean): void {
  const what = `${step.act.operation}: ${ran?.stdout}${ran?.stderr}`;
  // curl ends as the last of several requests did.
  const isKnown = !(isOnePage && step.act.operation === 'Commit');
  if (isKnown) expect(ran?.status !== 0, what).toBe(step.fails === true);
  if (step.prints === undefined || (isOnePage && step.isPaged === true)) return;
  const [text, wanted] = step.prints;
  const found = times(ran?.stdout ?? '', text);
  expect(wanted === 'some' ? Math.min(found, 1) : found, what).toBe(wanted === 'some' ? 1 : wanted);
}

const without = (these: readonly Item[], those: readonly Item[]): Item[] =>
  these.filter((one) => !those.some((other) => itemsEqual(one, other)));

function expectItems(found: readonly Item[], wanted: readonly Item[]): void {
  expect(without(wanted, found)).toEqual([]);
  expect(without(found, wanted)).toEqual([]);
  expect(found).toHaveLength(wanted.length);
}

const lanes: [Promise<unknown>, Promise<unknown>] = [Promise.resolve(), Promise.resolve()];

/** The AWS CLI waits more than it works: it runs beside the languages, which follow each other. */
function inLane<Result>(lane: 0 | 1, act: () => Promise<Result>): Promise<Result> {
  const done = lanes[lane].then(act);
  lanes[lane] = done.catch(() => undefined);
  return done;
}

async function runAndCompare(
  style: CodeStyle,
  tableName: string,
  steps: readonly Step[],
  items: readonly Item[],
): Promise<void> {
  const ran = await inLane(style === 'aws-cli' ? 0 : 1, () => run(style, steps));
  for (const [index, step] of steps.entries()) expectEnded(step, ran[index], style === 'curl');
  expectItems(await tableNow(tableName), items);
  expect(await tableNames()).not.toContain(`${tableName}-other`);
}

const isTyped = ({ act }: Step): boolean =>
  act.operation === 'Import' && act.request.format === 'dynamodb-json-lines';

const isOf = ({ id }: Item, files: RegExp): boolean => files.test(JSON.stringify(id));

describe.concurrent('code that the app shows, run as it stands', () => {
  const styles = [
    'python-resource',
    'python-client',
    'javascript-document',
    'javascript-plain',
  ] as const;
  it.for(styles)('does in %s what the app does', { timeout: 240_000 }, async (style, { skip }) => {
    const reason = await whyNotRun(style);
    if (reason !== undefined) skip(reason);
    const tableName = testTableName(`Code-${style}`);
    await runAndCompare(style, tableName, stepsOn(tableName), itemsAfter());
  });

  it('does with the AWS CLI what the app does', { timeout: 240_000 }, async ({ skip }) => {
    const reason = await whyNotRun('aws-cli');
    if (reason !== undefined) skip(reason);
    const tableName = testTableName('Code-cli');
    const [steps, items] = [stepsOn(tableName), itemsAfter()];
    if (await cliWritesBinary()) return runAndCompare('aws-cli', tableName, steps, items);
    // The code of a file in DynamoDB JSON, which may hold binary, does not run there either.
    await runAndCompare(
      'aws-cli',
      tableName,
      withoutBinary(steps.filter((step) => !isTyped(step))),
      withoutBinary(items.filter((item) => !isOf(item, /typed/))),
    );
    return undefined;
  });

  it('does with curl what one request does', { timeout: 120_000 }, async ({ skip }) => {
    const reason = await whyNotRun('curl');
    if (reason !== undefined) skip(reason);
    const tableName = testTableName('Code-curl');
    const steps = stepsOn(tableName).filter(({ act }) => act.operation !== 'Import');
    await runAndCompare(
      'curl',
      tableName,
      steps,
      itemsAfter().filter((item) => !isOf(item, /plain|lines|typed/)),
    );
  });
});
