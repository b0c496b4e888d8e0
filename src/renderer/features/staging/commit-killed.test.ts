import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { itemsEqual } from '../../../domain/equality.ts';
import { startEngineProcess } from '../../../main/services/sandbox/engine-process.ts';
import type { EngineProcess } from '../../../main/services/sandbox/engine-process.ts';
import { findEngines } from '../../../main/services/sandbox/engines/find-engine.ts';
import { findFreePort } from '../../../main/services/sandbox/free-port.ts';
import { commitAll } from './commit.ts';
import type { StagedChange } from './staged-change.ts';
import { makeTable } from './testing/engine-access.ts';
import type { TestTable } from './testing/engine-access.ts';

let folder: string;
let engine: EngineProcess;
const start = async (port: number) =>
  startEngineProcess(findEngines()[0], { port, dataPath: join(folder, 'data') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-killed-'));
  engine = await start(await findFreePort());
});
afterEach(async () => {
  await engine.stop();
  await rm(folder, { recursive: true });
});

const total = 500;
const item = (index: number, text: string): Item => ({
  pk: { S: `item ${index}` },
  text: { S: text },
});

/** Edits, new rows, deletions and moves in turns. */
function changeOf(index: number): StagedChange {
  const rowKey = `${index}`;
  const original = item(index, 'before');
  if (index % 10 === 1) return { rowKey, original: undefined, edited: item(index, 'after') };
  if (index % 10 === 2) return { rowKey, original, edited: undefined };
  if (index % 10 === 3) return { rowKey, original, edited: item(index + total, 'after') };
  return { rowKey, original, edited: item(index, 'after') };
}

const changes = Array.from({ length: total }, (_, index) => changeOf(index));

/** Whether a change is in, or not in at all; anything between is a failure. */
function isIn({ original, edited }: StagedChange, found: ReadonlyMap<string, Item>): boolean {
  const standing = (wanted: Item | undefined, other: Item | undefined): boolean => {
    const keys = new Set([wanted, other].flatMap((one) => (one === undefined ? [] : [keyOf(one)])));
    return [...keys].every((key) => {
      const now = found.get(key);
      if (wanted === undefined || keyOf(wanted) !== key) return now === undefined;
      return now !== undefined && itemsEqual(now, wanted);
    });
  };
  const [after, before] = [standing(edited, original), standing(original, edited)];
  expect(after !== before, JSON.stringify([original, edited])).toBe(true);
  return after;
}

const keyOf = (one: Item) => JSON.stringify(one['pk']);

async function read(table: TestTable): Promise<ReadonlyMap<string, Item>> {
  const items = await table.scanRaw();
  const byKey = new Map(items.map((one) => [keyOf(one), one]));
  expect(byKey.size).toBe(items.length);
  return byKey;
}

it('an engine that is killed in the middle of a commit: each change is in once, and told as what it is', async () => {
  const table = await makeTable(engine.endpoint, { partitionKey: { name: 'pk', type: 'S' } });
  await table.putAllRaw(
    changes.flatMap(({ original }) => (original === undefined ? [] : [original])),
  );

  let written = 0;
  const outcomes = await commitAll(table.access, changes, (_change, { kind }) => {
    if (kind !== 'written') return;
    written += 1;
    if (written === 200) process.kill(engine.pid, 'SIGKILL');
  });
  const kinds = (kind: string) =>
    changes.filter(({ rowKey }) => outcomes.get(rowKey)?.kind === kind);
  expect(kinds('written').length).toBeGreaterThanOrEqual(200);
  expect(kinds('conflict')).toEqual([]);
  expect(kinds('failed').length).toBeGreaterThan(0);
  // Nothing more is begun at an engine that is gone.
  expect(outcomes.size).toBeLessThan(300);

  await engine.ended;
  engine = await start(engine.port);
  const found = await read(table);
  for (const change of changes) {
    const outcome = outcomes.get(change.rowKey);
    const there = isIn(change, found);
    if (outcome?.kind === 'written') expect(there).toBe(true);
    else if (outcome === undefined) expect(there).toBe(false);
    else if (outcome.kind === 'failed' && outcome.unknown !== true) expect(there).toBe(false);
  }

  const left = changes.filter(({ rowKey }) => outcomes.get(rowKey)?.kind !== 'written');
  const again = await commitAll(table.access, left);
  expect(new Set([...again.values()].map(({ kind }) => kind))).toEqual(new Set(['written']));
  expect(again.size).toBe(left.length);
  const whole = await read(table);
  for (const change of changes) expect(isIn(change, whole)).toBe(true);
  expect(whole.size).toBe(changes.filter(({ edited }) => edited !== undefined).length);
  for (const change of left) {
    const outcome = again.get(change.rowKey);
    const already = outcome?.kind === 'written' && outcome.already === true;
    expect(already).toBe(isIn(change, found));
  }
}, 60_000);
