import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BulkActInput } from '../../../contract/bulk.ts';
import { getAttribute } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { isSetValue } from '../../../domain/bulk-act.ts';
import { attributeValuesEqual } from '../../../domain/equality.ts';
import { numberIdentity } from '../../../domain/number.ts';
import { sameItems } from '../transfer/testing/same-items.ts';
import { startBulkHarness } from './testing/bulk-harness.ts';
import type { BulkHarness } from './testing/bulk-harness.ts';

let bulk: BulkHarness;
let tableName: string;
beforeAll(async () => {
  bulk = await startBulkHarness();
  tableName = await bulk.createTable();
});
afterAll(() => bulk.stop());

const names = ['a', 'b', '__proto__', 'naïve 日本', 'size'];
const set = (type: string, ...elements: string[]) =>
  fc.subarray(elements, { minLength: 1 }).map((some) => ({ [type]: some }));
const values = fc.oneof(
  fc.constantFrom({ S: '' }, { S: 'x' }, { N: '1' }, { N: '1.0' }, { N: '2' }, { BOOL: true }),
  fc.constantFrom({ NULL: true }, { B: 'AAE=' }, { L: [{ N: '1' }] }, { M: { size: { S: 'x' } } }),
  set('SS', 'x', 'y', 'é'),
  set('NS', '1', '2', '30'),
  set('BS', 'AAE=', 'AA=='),
) as fc.Arbitrary<AttributeValue>;
const sets = fc.oneof(
  set('SS', 'x', 'z'),
  set('NS', '1.0', '2'),
  set('BS', 'AA=='),
) as unknown as fc.Arbitrary<AttributeValue>;
const attributes = fc
  .array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 4 })
  .map((entries): Item => Object.fromEntries(entries));
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), name: fc.constantFrom(...names), value: values }),
  fc.record({ kind: fc.constant('remove' as const), name: fc.constantFrom(...names) }),
  fc.record({
    kind: fc.constant('delete-elements' as const),
    name: fc.constantFrom(...names),
    value: sets,
  }),
  fc.constant({ kind: 'delete' as const }),
);
/** An item as it is read, and what another writer makes of it before it is written. */
const items = fc.array(
  fc.tuple(attributes, fc.option(fc.option(attributes, { nil: 'gone' as const }))),
  { minLength: 1, maxLength: 12 },
);

type Act =
  | { kind: 'set' | 'delete-elements'; name: string; value: AttributeValue }
  | { kind: 'remove'; name: string }
  | { kind: 'delete' };

const withKey = (index: number, item: Item): Item => ({ ...item, pk: { S: String(index) } });
const same = (a: AttributeValue | undefined, b: AttributeValue | undefined) =>
  a === undefined || b === undefined ? a === b : attributeValuesEqual(a, b);

/** What an act makes of a value by itself; `false` where it cannot be done. */
function modelValue(
  before: AttributeValue | undefined,
  act: Act,
): AttributeValue | undefined | false {
  if (act.kind === 'set') return act.value;
  if (act.kind !== 'delete-elements' || before === undefined) return undefined;
  const [[type, found]] = Object.entries(before) as [[string, string[]]];
  const taken = Object.entries(act.value).find(([other]) => other === type)?.[1] as
    | string[]
    | undefined;
  if (taken === undefined) return false;
  const identity = type === 'NS' ? numberIdentity : (element: string) => element;
  const gone = taken.map(identity);
  const left = found.filter((element) => !gone.includes(identity(element)));
  return left.length === 0 ? undefined : ({ [type]: left } as unknown as AttributeValue);
}

/** The item after the run; it was `read` so, and is `now` so when it is written. */
function model(read: Item, now: Item | undefined, act: Act): Item | undefined {
  if (now === undefined) return undefined;
  if (act.kind === 'delete') {
    const isAsRead = Object.keys(read).every((name) =>
      same(getAttribute(read, name), getAttribute(now, name)),
    );
    return isAsRead ? undefined : now;
  }
  const before = getAttribute(read, act.name);
  const after = modelValue(before, act);
  if (after === false || same(before, after) || !same(before, getAttribute(now, act.name))) {
    return now;
  }
  const others = Object.entries(now).filter(([name]) => name !== act.name);
  return Object.fromEntries(after === undefined ? others : [...others, [act.name, after]]);
}

it('leaves a table as a model of it says, whatever another writer did in between', async () => {
  await fc.assert(
    fc.asyncProperty(items, acts, async (pairs, act) => {
      fc.pre(act.kind !== 'delete-elements' || isSetValue(act.value));
      for (const { pk } of await bulk.scan(tableName)) {
        if (pk !== undefined) await bulk.remove(tableName, { pk });
      }
      const read = pairs.map(([item], index) => withKey(index, item));
      await bulk.put(tableName, read);
      const resultSetId = await bulk.readResults(tableName);
      const input: BulkActInput =
        'value' in act ? { ...act, value: JSON.stringify(act.value) } : act;
      const plan = await bulk.plan(tableName, { kind: 'rows', resultSetId }, input);
      expect(plan.itemCount).toBe(read.length);

      const expected: Item[] = [];
      for (const [index, [item, other]] of pairs.entries()) {
        const now = other === null ? item : other === 'gone' ? undefined : other;
        if (now === undefined) await bulk.remove(tableName, { pk: { S: String(index) } });
        else if (other !== null) await bulk.put(tableName, [withKey(index, now)]);
        const after = model(withKey(index, item), now && withKey(index, now), act);
        if (after !== undefined) expected.push(after);
      }
      const done = await bulk.run(plan.planId);
      expect(done.written + done.unchanged + done.conflicts).toBe(plan.changeCount);
      expect(done.failures.length).toBe(done.conflicts);
      sameItems(await bulk.scan(tableName), expected);
    }),
    { numRuns: 60 },
  );
}, 60_000);
