import { expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { createNewRowProblems } from './new-row-problem.ts';
import { rowKeyOf } from './row-key.ts';
import type { StagedChange } from './staged-change.ts';

const schema = { partitionKey: { name: 'id', type: 'S' } } as const;
const fresh = (rowKey: string, edited: Item, copyOf?: string): StagedChange => ({
  rowKey,
  original: undefined,
  edited,
  ...(copyOf === undefined ? {} : { copyOf }),
});
const item = (id: string): Item => ({ id: { S: id } });
const key = (id: string) => rowKeyOf(item(id), schema);

function problems(...changes: StagedChange[]) {
  const problemOf = createNewRowProblems(schema)(changes);
  return changes.map(problemOf);
}

it('says what keeps a new row from being written', () => {
  expect(problems(fresh('new:1', item('a')), fresh('new:2', item('b'), key('x')))).toEqual([
    undefined,
    undefined,
  ]);
  expect(problems(fresh('new:1', item('')), fresh('new:2', { n: { N: '1' } }))).toEqual([
    'The partition key "id" is empty; a key needs a value.',
    'The item has no partition key "id" (String).',
  ]);
  expect(problems(fresh('new:1', item('a'), key('a')))).toEqual([
    'This is a copy: it needs another key than the item that it is of.',
  ]);
  expect(problems(fresh('new:1', item('a')), fresh('new:2', item('a')))).toEqual([
    'Another new row has the same key.',
    'Another new row has the same key.',
  ]);
});

it('counts on as rows come, go and get another key', () => {
  const problemsOf = createNewRowProblems(schema);
  const [one, two] = [fresh('new:1', item('a')), fresh('new:2', item('a'))];
  const same = 'Another new row has the same key.';
  const saidOf = (...changes: StagedChange[]) => changes.map(problemsOf(changes));
  expect(saidOf(one)).toEqual([undefined]);
  expect(saidOf(one, two)).toEqual([same, same]);
  expect(saidOf(one, fresh('new:2', item('b')))).toEqual([undefined, undefined]);
  expect(saidOf(two, one, fresh('new:3', item('c')))).toEqual([same, same, undefined]);
  expect(saidOf(two)).toEqual([undefined]);
});

it('has nothing to say about items that are there', () => {
  const edited = { rowKey: key('a'), original: item('a'), edited: { ...item('a'), n: { N: '1' } } };
  const deleted = { rowKey: key('b'), original: item('b'), edited: undefined };
  expect(problems(edited, deleted)).toEqual([undefined, undefined]);
});
