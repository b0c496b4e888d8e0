// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ResultSet } from '../query/result-set.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { rowKeyOf } from '../staging/row-key.ts';
import { forgetScope, stageChanges, stageOf } from '../staging/staging-store.ts';
import { createStage } from '../values/testing/stage.tsx';
import { useItemActs } from './use-item-acts.ts';
import type { ItemActs } from './use-item-acts.ts';

const scope = 'scope of acts';
const schema: ItemAccess['schema'] = { partitionKey: { name: 'id', type: 'S' } };
const access: ItemAccess = { items: {} as never, connectionId: 'c', tableName: 'T', schema };
const rowKey = (item: Item) => rowKeyOf(item, schema);
const mine: Item = { id: { S: 'a' }, price: { N: '1' } };
const theirs: Item = { id: { S: 'a' }, price: { N: '2' } };

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => {
  stage.close();
  forgetScope(scope);
});

/** The acts on a table whose result shows nothing. */
function acts(): ItemActs {
  const resultSet = { showWritten: () => undefined, showAdded: () => true } as unknown as ResultSet;
  const found: ItemActs[] = [];
  function Acts() {
    found.push(useItemActs({ access, scope, resultSet, rowKey }));
    return null;
  }
  stage.show(<Acts />);
  const [first] = found;
  if (first === undefined) throw new Error('nothing was shown');
  return first;
}

it.each([['new:1'], [undefined]])(
  'stages what was a new row (%s) as an edit of the item that stood in its way, once that was taken',
  (known) => {
    if (known !== undefined)
      stageChanges(scope, [[known, { rowKey: known, original: undefined, edited: mine }]]);
    const subject = { id: 1, rowKey: known, original: undefined };
    const { seen, stageItem } = acts();
    seen(subject, undefined, theirs);
    const edited: Item = { ...theirs, price: { N: '3' } };
    stageItem({ ...subject, original: theirs }, edited);
    // Under the key of its row, so that the grid shows it there and edits it no second time.
    expect([...stageOf(scope)]).toEqual([
      [rowKey(theirs), { rowKey: rowKey(theirs), original: theirs, edited }],
    ]);
  },
);
