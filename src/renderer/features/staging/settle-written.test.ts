import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { startTestEngine } from '../../../main/testing/start-engine.ts';
import type { TestEngine } from '../../../main/testing/start-engine.ts';
import { commitAll } from './commit.ts';
import { readItem } from './item-access.ts';
import { createSettler } from './settle-written.ts';
import type { StagedChange } from './staged-change.ts';
import { scopeOf, stageChanges, useStaging } from './staging-store.ts';
import { makeTable } from './testing/engine-access.ts';
import type { TestTable } from './testing/engine-access.ts';

let engine: TestEngine;
let table: TestTable;
beforeAll(async () => {
  engine = await startTestEngine();
  table = await makeTable(engine.endpoint, { partitionKey: { name: 'pk', type: 'S' } });
});
afterAll(() => engine.stop());

/** Commits changes as the review does, and answers what Undo would send. */
async function commit(scope: string, changes: readonly StagedChange[]) {
  stageChanges(
    scope,
    changes.map((change) => [change.rowKey, change] as const),
  );
  const settler = createSettler({ scope, onWritten: () => undefined, before: new Map() });
  await commitAll(table.access, changes, settler.add);
  settler.flush();
  const written = useStaging.getState().written.get(scope) ?? [];
  return written.map(({ rowKey, before, after }) => ({ rowKey, original: after, edited: before }));
}

const read = (item: Item) => readItem(table.access, item);

describe('what is remembered for Undo', () => {
  it('keeps what somebody else had changed elsewhere in the item before the commit', async () => {
    const original: Item = { pk: { S: 'a' }, mine: { N: '1' }, theirs: { N: '1' } };
    const now: Item = { ...original, theirs: { N: '2' }, more: { S: 'new' } };
    await table.putRaw(now);
    const edited: Item = { ...original, mine: { N: '5' } };
    const inverse = await commit('undo a', [{ rowKey: 'a', original, edited }]);
    expect(await read(original)).toEqual({ ...now, mine: { N: '5' } });
    await commitAll(table.access, inverse);
    expect(await read(original)).toEqual(now);
  });

  it('keeps it also where two commits that go on from one another wrote the item', async () => {
    const original: Item = { pk: { S: 'b' }, one: { N: '1' }, two: { N: '1' } };
    await table.putRaw(original);
    const once: Item = { ...original, one: { N: '5' } };
    const scope = scopeOf('undo', 'b');
    await commit(scope, [{ rowKey: 'b', original, edited: once }]);
    await table.putRaw({ ...once, theirs: { N: '2' } });
    const inverse = await commit(scope, [
      { rowKey: 'b', original: once, edited: { ...once, two: { N: '5' } } },
    ]);
    await commitAll(table.access, inverse);
    expect(await read(original)).toEqual({ ...original, theirs: { N: '2' } });
  });

  it('brings a deleted item back with what it had more than was read', async () => {
    const original: Item = { pk: { S: 'c' }, price: { N: '1' } };
    const now: Item = { ...original, added: { S: 'since' } };
    await table.putRaw(now);
    const inverse = await commit('undo c', [{ rowKey: 'c', original, edited: undefined }]);
    expect(await read(original)).toBeUndefined();
    await commitAll(table.access, inverse);
    expect(await read(original)).toEqual(now);
  });
});
