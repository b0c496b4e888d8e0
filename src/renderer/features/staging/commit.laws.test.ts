import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { itemsEqual } from '../../../domain/equality.ts';
import { keyIdentity } from '../../../domain/keys.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import {
  arbitraryItem,
  arbitraryName,
  arbitraryValue,
} from '../../../domain/testing/arbitrary-item.ts';
import { startTestEngine } from '../../../main/testing/start-engine.ts';
import { commitAll } from './commit.ts';
import type { Outcomes } from './commit.ts';
import { commitTogether, createTransactionTokens } from './commit-together.ts';
import type { StagedChange } from './staged-change.ts';
import { makeTable } from './testing/engine-access.ts';
import type { TestTable } from './testing/engine-access.ts';

const schema: KeySchema = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'N' },
};
let engine: Awaited<ReturnType<typeof startTestEngine>>;
let table: TestTable;
beforeAll(async () => {
  engine = await startTestEngine();
  table = await makeTable(engine.endpoint, schema);
});
afterAll(() => engine.stop());

type Edit =
  | { readonly kind: 'keep' | 'delete' | 'new' | 'move' }
  | {
      readonly kind: 'edit';
      readonly sets: readonly (readonly [string, AttributeValue | undefined])[];
    };

const name = arbitraryName({ storable: true }).filter((one) => one !== 'pk' && one !== 'sk');
const value = arbitraryValue({ storable: true });
/** Attributes of the item itself are changed, removed or given another type; others are added. */
const edit = (item: Item): fc.Arbitrary<Edit> => {
  const own = Object.keys(item);
  const names = own.length === 0 ? name : fc.oneof(fc.constantFrom(...own), name);
  const set = fc.tuple(names, fc.option(value, { nil: undefined, freq: 4 }));
  return fc.oneof(
    fc.array(set, { minLength: 1, maxLength: 4 }).map((sets) => ({ kind: 'edit' as const, sets })),
    fc.constantFrom<Edit>({ kind: 'keep' }, { kind: 'delete' }, { kind: 'new' }, { kind: 'move' }),
  );
};
const row = arbitraryItem({ storable: true }).chain((item) =>
  fc.tuple(fc.constant(item), edit(item)),
);

/** What is there before, what is staged, and what has to be there after it is committed. */
function stageOf(run: string, rows: readonly (readonly [Item, Edit])[]) {
  const keyed = (item: Item, sk: number): Item =>
    Object.fromEntries([
      ...Object.entries(item).filter(([other]) => other !== 'pk' && other !== 'sk'),
      ['pk', { S: run }],
      ['sk', { N: String(sk) }],
    ]);
  const before: Item[] = [];
  const after: Item[] = [];
  const changes: StagedChange[] = [];
  for (const [index, [content, act]] of rows.entries()) {
    const item = keyed(content, index);
    const original = act.kind === 'new' ? undefined : item;
    const edited =
      act.kind === 'delete'
        ? undefined
        : act.kind === 'edit'
          ? editedBy(item, act.sets)
          : keyed(content, act.kind === 'move' ? 100 + index : index);
    if (original !== undefined) before.push(original);
    if (edited !== undefined) after.push(edited);
    changes.push({ rowKey: `${index}`, original, edited });
  }
  return { before, after, changes };
}

function editedBy(
  item: Item,
  sets: readonly (readonly [string, AttributeValue | undefined])[],
): Item {
  const attributes = new Map(Object.entries(item));
  for (const [attribute, next] of sets) {
    if (attribute === 'pk' || attribute === 'sk') continue;
    if (next === undefined) attributes.delete(attribute);
    else attributes.set(attribute, next);
  }
  return Object.fromEntries(attributes);
}

function expectSame(found: readonly Item[], wanted: readonly Item[]): void {
  const byKey = new Map(found.map((item) => [keyIdentity(item, schema), item]));
  expect(found).toHaveLength(wanted.length);
  for (const item of wanted) {
    const other = byKey.get(keyIdentity(item, schema));
    expect(other !== undefined && itemsEqual(item, other), JSON.stringify([item, other])).toBe(
      true,
    );
  }
}

const ways: Readonly<Record<string, (changes: readonly StagedChange[]) => Promise<Outcomes>>> = {
  'one by one': (changes) => commitAll(table.access, changes),
  'all or nothing': (changes) => commitTogether(table.access, changes, createTransactionTokens()),
};

it.each(Object.entries(ways))(
  'items of every type, edited at random and committed %s, are as a model has them, and as before once undone',
  async (way, commit) => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        runs += 1;
        const partition = `${way} ${runs}`;
        const { before, after, changes } = stageOf(partition, rows);
        await Promise.all(before.map(table.putRaw));
        const outcomes = await commit(changes);
        for (const { rowKey, edited } of changes) {
          const outcome = outcomes.get(rowKey);
          expect(outcome?.kind).toBe('written');
          const item = outcome?.kind === 'written' ? outcome.item : undefined;
          expect(itemsEqual(item ?? {}, edited ?? {})).toBe(true);
        }
        expectSame(await table.queryRaw(partition), after);
        const inverse = changes.map(({ rowKey, original, edited }) => ({
          rowKey,
          original: edited,
          edited: original,
        }));
        await commit(inverse);
        expectSame(await table.queryRaw(partition), before);
      }),
      { numRuns: 30 },
    );
  },
  60_000,
);

it('of two that edit the same item exactly one wins, and the other sees what it wrote', async () => {
  const original: Item = { pk: { S: 'both' }, sk: { N: '1' }, n: { N: '0' } };
  for (let round = 1; round <= 20; round += 1) {
    const pk = { S: `both ${round}` };
    await table.putRaw({ ...original, pk });
    const edits = ['mine', 'theirs'].map((text): StagedChange => ({
      rowKey: text,
      original: { ...original, pk },
      edited: { ...original, pk, n: { S: text } },
    }));
    const outcomes = await Promise.all(edits.map((change) => commitAll(table.access, [change])));
    const ended = outcomes.flatMap((one) => [...one]);
    const [won, ...more] = ended.filter(([, { kind }]) => kind === 'written');
    expect(more).toEqual([]);
    const standing = edits.find(({ rowKey }) => rowKey === won?.[0])?.edited;
    const lost = ended.find(([, { kind }]) => kind === 'conflict');
    expect(lost?.[1]).toEqual({ kind: 'conflict', theirs: standing });
    expectSame(await table.queryRaw(pk.S), standing === undefined ? [] : [standing]);
  }
});
