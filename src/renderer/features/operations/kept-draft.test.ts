import { expect, it } from 'vitest';
import { keepDraft, readKeptDraft, withKept } from './kept-draft.ts';
import { newDraft, offerKey } from './operation-draft.ts';

const schema = { partitionKey: { name: 'id', type: 'S' } } as const;
const begin = newDraft(schema);
const draft = {
  ...begin,
  operation: 'UpdateItem',
  key: { text: '{"id": {"S": "a"}}', format: 'dynamodb-json' },
  options: {
    ...begin.options,
    UpdateItem: { ...begin.options.UpdateItem, update: 'SET a = :a', values: '{":a": 1}' },
  },
} as const;

it('brings back what was typed for an operation, and nothing else', () => {
  const kept = readKeptDraft(keepDraft(draft));
  if (kept === undefined) throw new Error('nothing was kept');
  const other = { ...begin, item: { text: '{"id": "typed"}' } };
  expect(withKept(other, kept)).toEqual({ ...draft, item: other.item, offeredKey: '' });
});

it('brings an item back, whose key no row takes away', () => {
  const put = { ...begin, operation: 'PutItem', item: { text: '{"id": "b"}' } } as const;
  const kept = readKeptDraft(keepDraft(put));
  expect(kept && withKept(begin, kept)).toEqual(put);
  const updated = readKeptDraft(keepDraft(draft));
  expect(updated && offerKey(withKept(begin, updated), '{"id": "row"}')).toEqual({});
});

it('takes no text that is no draft', () => {
  const whole = JSON.parse(keepDraft(draft)) as object;
  for (const change of [{ operation: 'Drop' }, { subject: 'a' }, { options: {} }])
    expect(readKeptDraft(JSON.stringify({ ...whole, ...change }))).toBeUndefined();
  const options = { ...draft.options.UpdateItem, returnValues: 'ALL_NEW' };
  const put = { ...whole, operation: 'PutItem', options };
  expect(readKeptDraft(JSON.stringify(put))).toBeUndefined();
  expect(readKeptDraft('{"operation":')).toBeUndefined();
});
