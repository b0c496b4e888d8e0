import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../domain/attribute-value.ts';
import type { CodeStyle } from '../../domain/code/code-request.ts';
import { generateCode } from '../../domain/code/generate-code.ts';
import { itemsEqual } from '../../domain/equality.ts';
import { makeFolder, removeFolder, runAll, whyNotRun } from './generated-code-runners.ts';
import type { Ran } from './generated-code-runners.ts';
import { files, itemsAfter, stepsOn } from './generated-code-steps.ts';
import type { Step } from './generated-code-steps.ts';
import type { TestEngine } from './start-engine.ts';
import { startTestEngine, testTableName } from './start-engine.ts';
import { sendValue, testClient } from './wire.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
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
  expect(ran?.status !== 0, what).toBe(step.fails === true);
  if (step.prints === undefined || (isOnePage && step.isPaged === true)) return;
  const [text, wanted] = step.prints;
  expect(times(ran?.stdout ?? '', text), what).toBe(wanted);
}

function expectItems(found: readonly Item[], wanted: readonly Item[]): void {
  const without = (these: readonly Item[], those: readonly Item[]) =>
    these.filter((one) => !those.some((other) => itemsEqual(one, other)));
  expect(without(wanted, found)).toEqual([]);
  expect(without(found, wanted)).toEqual([]);
  expect(found).toHaveLength(wanted.length);
}

describe('code that the app shows, run as it stands', () => {
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
    const steps = stepsOn(tableName);
    const ran = await run(style, steps);
    for (const [index, step] of steps.entries()) expectEnded(step, ran[index], false);
    expectItems(await tableNow(tableName), itemsAfter());
    expect(await tableNames()).not.toContain(`${tableName}-other`);
  });
});
