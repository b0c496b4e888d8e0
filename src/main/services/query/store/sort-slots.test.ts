import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeyTable, goesOn } from './key-table.ts';
import type { KeyTable } from './key-table.ts';
import { createRangeList } from './range-list.ts';
import type { Range } from './range-list.ts';
import type { SortMemory } from './sort-memory.ts';
import { sortSlots } from './sort-slots.ts';

const width = 14;
/** Memory that something else was left in. */
const memory: SortMemory = {
  take: (_, byteLength) => new Uint8Array(byteLength + 7).fill(0xa5).buffer,
};

function tableOf(keys: readonly Uint8Array[]): KeyTable {
  const table = createKeyTable(keys.length, width, memory);
  for (const [slot, key] of keys.entries()) {
    table.bytes.set(key.subarray(0, width), slot * width);
    table.lengths[slot] = key.length > width ? goesOn : key.length;
  }
  return table;
}

function sort(
  keys: readonly Uint8Array[],
  ranges: readonly Range[],
  descending: boolean,
): { order: number[]; open: Range[] } {
  const order = Uint32Array.from(keys, (_, slot) => slot);
  const steps = sortSlots(tableOf(keys), order, createRangeList(ranges), descending, memory);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { count, from, to } = step.value;
  const open = Array.from({ length: count() }, (_, index) => ({
    from: from(index),
    to: to(index),
  }));
  return { order: [...order], open: open.sort((a, b) => a.from - b.from) };
}

function model(
  keys: readonly Uint8Array[],
  ranges: readonly Range[],
  descending: boolean,
): { order: number[]; open: Range[] } {
  const seen = keys.map((key) => Buffer.from(key.subarray(0, width + 1)));
  // What goes on past the window counts as one.
  for (const key of seen) if (key.length > width) key[width] = 0;
  const compare = (a: number, b: number) =>
    Buffer.compare(seen[a] ?? new Uint8Array(), seen[b] ?? new Uint8Array());
  const order = keys.map((_, slot) => slot);
  const open: Range[] = [];
  for (const { from, to } of ranges) {
    const part = order.slice(from, to);
    part.sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
    order.splice(from, to - from, ...part);
    for (let first = from; first < to;) {
      let end = first + 1;
      while (end < to && compare(order[first] ?? 0, order[end] ?? 0) === 0) end += 1;
      const isOpen = end - first > 1 && (keys[order[first] ?? 0]?.length ?? 0) > width;
      if (isOpen) open.push({ from: first, to: end });
      first = end;
    }
  }
  return { order, open };
}

const bytes = (values: fc.Arbitrary<number>, maxLength: number) =>
  fc.array(values, { maxLength, size: 'max' }).map((list) => Uint8Array.from(list));
const key = fc.oneof(
  bytes(fc.constantFrom(0, 255), 16),
  bytes(fc.nat({ max: 255 }), 3),
  fc.constantFrom(13, 14, 15).map((length) => new Uint8Array(length).fill(7)),
);

it('sorts ranges of keys, and tells which go on past the window', () => {
  const keys = fc.array(key, { maxLength: 400, size: 'max' });
  fc.assert(
    fc.property(keys, fc.nat({ max: 400 }), fc.boolean(), (given, cut, descending) => {
      const middle = Math.min(cut, given.length);
      const ranges = [
        { from: 0, to: middle },
        { from: middle, to: given.length },
      ];
      expect(sort(given, ranges, descending)).toEqual(model(given, ranges, descending));
    }),
    { numRuns: 300 },
  );
});

it.each([false, true])('sorts many different keys, descending %s', (descending) => {
  let state = 1;
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff);
  const keys = Array.from({ length: 5_000 }, () =>
    Uint8Array.from({ length: next() % 17 }, () => (next() >> 16) & 0xff),
  );
  const ranges = [{ from: 0, to: keys.length }];
  expect(sort(keys, ranges, descending)).toEqual(model(keys, ranges, descending));
});

it('tells keys that end with the window from those that go on', () => {
  const keys = Array.from({ length: 50 }, (_, slot) => new Uint8Array(width + (slot % 2)).fill(7));
  const ranges = [{ from: 0, to: keys.length }];
  const { order, open } = sort(keys, ranges, false);
  expect(order).toEqual(model(keys, ranges, false).order);
  expect(open).toEqual([{ from: 25, to: 50 }]);
});
