import { array, assert, constantFrom, option, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { readStageLines, stageLine, takeLines } from './stage-lines.ts';
import type { StagedChange } from './staged-change.ts';

const anyItem = arbitraryItem({ storable: true });
/** An edit, a deletion, a new row, or a copy. */
const anyChange = record({
  rowKey: string({ minLength: 1, unit: 'binary' }),
  original: option(anyItem, { nil: undefined }),
  edited: option(anyItem, { nil: undefined }),
  copyOf: option(string(), { nil: undefined }),
})
  .filter(({ original, edited }) => original !== undefined || edited !== undefined)
  .map(({ copyOf, ...change }): StagedChange =>
    copyOf === undefined ? change : { ...change, copyOf },
  );

const asText = (changes: ReadonlyMap<string, StagedChange>) => JSON.stringify([...changes]);

describe('lines of a stage', () => {
  it('say what was staged, whatever the attributes are called and hold', () => {
    assert(
      property(array(anyChange), (changes) => {
        const stage = new Map(changes.map((change) => [change.rowKey, change]));
        const lines = [...stage.values()].map((change) => stageLine(change.rowKey, change));
        expect(lines.every((line) => !line.includes('\n'))).toBe(true);
        const read = readStageLines(lines.join('\n'));
        expect(read.unreadable).toBe(0);
        expect(asText(read.changes)).toBe(asText(stage));
      }),
    );
  });

  it('count by the last one of a row', () => {
    const change = { rowKey: 'a', original: undefined, edited: { id: { S: 'a' } } };
    const later = { ...change, edited: { id: { S: 'b' } } };
    const text = [stageLine('a', change), stageLine('b', change), stageLine('a', later)];
    expect([...readStageLines(text.join('\n')).changes.values()]).toEqual([
      later,
      expect.objectContaining({ rowKey: 'b' }),
    ]);
    const back = [...text, stageLine('a', undefined)].join('\n');
    expect([...readStageLines(back).changes.keys()]).toEqual(['b']);
  });

  it('are counted where they cannot be read', () => {
    const lines = [
      '{"rowKey":"a"',
      '{"rowKey":"a"}',
      '{"rowKey":"a","change":{}}',
      '{"rowKey":"a","change":{"edited":{"id":{"X":"1"}}}}',
      stageLine('good', { rowKey: 'good', original: { id: { S: 'x' } }, edited: undefined }),
    ];
    const { changes, unreadable } = readStageLines(lines.join('\n'));
    expect(unreadable).toBe(4);
    expect([...changes.keys()]).toEqual(['good']);
  });

  it('go in batches of the wanted length, in order, each once', () => {
    const keys = array(constantFrom('a', 'bb', 'ccccccc'), { minLength: 1, maxLength: 20 });
    assert(
      property(keys, (rowKeys) => {
        let left: readonly string[] = rowKeys;
        const sent: string[] = [];
        while (left.length > 0) {
          const { taken, entries } = takeLines(left, (key) => key.toUpperCase(), 8);
          expect(taken.length).toBeGreaterThan(0);
          expect(entries.length <= 8 || taken.length === 1).toBe(true);
          sent.push(...entries.split('\n'));
          left = left.slice(taken.length);
        }
        expect(sent).toEqual(rowKeys.map((key) => key.toUpperCase()));
      }),
    );
  });
});
