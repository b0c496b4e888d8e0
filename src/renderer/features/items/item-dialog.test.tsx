// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { button, click, createStage, named, type } from '../values/testing/stage.tsx';
import { ItemDialog } from './item-dialog.tsx';

const table: TableDescription = {
  tableName: 'Books',
  status: 'ACTIVE',
  partitionKey: { name: 'id', type: 'S' },
  billing: { mode: 'on-demand' },
  indexes: [],
  deletionProtection: false,
  streamEnabled: false,
};
const item: Item = {
  id: { S: 'a' },
  title: { S: 't' },
  info: { M: { a: { N: '1' }, b: { N: '2' } } },
};

let stage: ReturnType<typeof createStage>;
let sent: [string, unknown][];
const onClose = vi.fn<() => void>();
const onWritten = vi.fn<(before: Item | undefined, now: Item | undefined) => void>();

const answer = (operation: string) => (input: { request: string }) => {
  sent.push([operation, JSON.parse(input.request)]);
  return Promise.resolve({ response: JSON.stringify({ Item: item }), httpStatus: 200 });
};

function access(): ItemAccess {
  const items = { put: answer('put'), get: answer('get'), update: answer('update') };
  const { tableName, partitionKey } = table;
  return { items: items as never, connectionId: 'c', tableName, schema: { partitionKey } };
}

beforeEach(() => {
  sent = [];
  vi.clearAllMocks();
  stage = createStage();
});
afterEach(() => stage.close());

function open(original: Item | undefined, askBefore?: string): void {
  stage.show(
    <ItemDialog
      access={access()}
      table={table}
      subject={{ id: 1, original }}
      askBefore={askBefore}
      onClose={onClose}
      onWritten={onWritten}
    />,
  );
}

const press = async (text: string) => {
  click(button(text));
  await act(() => Promise.resolve());
};
const problems = () =>
  [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent);

it('sends nothing where nothing was changed', async () => {
  open(item);
  await press('Save');
  expect(sent).toEqual([]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('sends nothing while a name inside is one that is taken', async () => {
  open(item);
  click(named('Unfold info'));
  type(named('Attribute name in info'), 'b');
  await press('Save');
  expect(sent).toEqual([]);
  expect(problems()).toEqual(['There is another "b".']);
});

it('says which key is missing before anything is sent', async () => {
  open(undefined);
  await press('Save');
  expect(sent).toEqual([]);
  expect(problems()).toEqual(['The partition key "id" is empty; a key needs a value.']);
});

it('adds an item only where there is none', async () => {
  open(undefined);
  type(named('id'), 'b');
  await press('Save');
  await vi.waitFor(() => expect(onWritten).toHaveBeenCalledWith(undefined, item));
  expect(sent[0]).toMatchObject([
    'put',
    { Item: { id: { S: 'b' } }, ConditionExpression: 'attribute_not_exists(#id)' },
  ]);
});

it('asks first over a connection that wants it', async () => {
  open(undefined, 'Production');
  type(named('id'), 'b');
  await press('Save');
  expect(sent).toEqual([]);
  expect(problems()).toEqual([
    expect.stringContaining('Production asks before anything is written to it.'),
  ]);
  await press('Write');
  await vi.waitFor(() => expect(onWritten).toHaveBeenCalledTimes(1));
});

it('asks before it gives up what was typed', async () => {
  open(item);
  type(named('title'), 'u');
  click(named('Close'));
  expect(onClose).not.toHaveBeenCalled();
  expect(problems()).toEqual([expect.stringContaining('There are changes that are not saved.')]);
  await press('Discard them');
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(sent).toEqual([]);
});

it('goes on with the name of an attribute that is added', () => {
  open(item);
  click(button('Add attribute'));
  const names = [...document.querySelectorAll('input[aria-label="Attribute name"]')];
  expect(names).toHaveLength(3);
  expect(document.activeElement).toBe(names.at(-1));
});
