// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TableDescription } from '../../../contract/tables.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemAccess } from '../staging/item-access.ts';
import { button, click, createStage, named, type } from '../values/testing/stage.tsx';
import { ItemDialog } from './item-dialog.tsx';
import type { ItemSubject } from './item-dialog.tsx';

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

const onSeen =
  vi.fn<(subject: ItemSubject, before: Item | undefined, now: Item | undefined) => void>();
let stage: ReturnType<typeof createStage>;
let sent: [string, unknown][];
const onClose = vi.fn<() => void>();
const onStage = vi.fn<(subject: ItemSubject, edited: Item | undefined) => void>();
const onWritten =
  vi.fn<(subject: ItemSubject, before: Item | undefined, now: Item | undefined) => void>();

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

const rowOf = (original: Item): ItemSubject => ({ id: 1, rowKey: 'a', original });

function open(original: Item | undefined, askBefore?: string): void {
  show(original === undefined ? { id: 1, original } : rowOf(original), askBefore);
}

function show(subject: ItemSubject, askBefore?: string): void {
  stage.show(
    <ItemDialog
      key={subject.id}
      access={access()}
      table={table}
      subject={subject}
      askBefore={askBefore}
      onClose={onClose}
      onStage={onStage}
      onWritten={onWritten}
      onSeen={onSeen}
    />,
  );
}

const press = async (text: string) => {
  click(button(text));
  await act(() => Promise.resolve());
};
const problems = () =>
  [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent);

it('stages nothing where nothing was changed', async () => {
  open(item);
  await press('Save');
  expect(onStage).not.toHaveBeenCalled();
  expect(sent).toEqual([]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('stages what was changed, and sends nothing', async () => {
  open(item);
  type(named('title'), 'u');
  await press('Save');
  expect(onStage).toHaveBeenCalledWith(rowOf(item), { ...item, title: { S: 'u' } });
  expect(sent).toEqual([]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('stages nothing while a name inside is one that is taken', async () => {
  open(item);
  click(named('Unfold info'));
  type(named('Attribute name in info'), 'b');
  await press('Save');
  expect(onStage).not.toHaveBeenCalled();
  expect(problems()).toEqual(['There is another "b".']);
});

it('says at once which key is missing, and stages nothing without it', async () => {
  open(undefined);
  expect(document.body.textContent).toContain('A key needs a value.');
  await press('Save');
  expect(onStage).not.toHaveBeenCalled();
  expect(problems()).toEqual(['The partition key "id" is empty; a key needs a value.']);
});

it('stages the deletion of an item, and gives up a new row', async () => {
  open(item);
  await press('Delete item');
  expect(onStage).toHaveBeenLastCalledWith(rowOf(item), undefined);
  const fresh = { id: 2, rowKey: 'new:1', original: undefined, start: item };
  show(fresh);
  await press('Delete item');
  expect(onStage).toHaveBeenLastCalledWith(fresh, undefined);
  expect(sent).toEqual([]);
});

it('has nothing to delete where there is no item yet', () => {
  open(undefined);
  expect(() => button('Delete item')).toThrow('no button');
});

it('writes at once only where it is told to, and only where there is no item', async () => {
  open(undefined);
  type(named('id'), 'b');
  await press('Write now');
  await vi.waitFor(() =>
    expect(onWritten).toHaveBeenCalledWith(
      { id: 1, original: undefined },
      undefined,
      expect.anything(),
    ),
  );
  expect(sent[0]).toMatchObject([
    'put',
    { Item: { id: { S: 'b' } }, ConditionExpression: 'attribute_not_exists(#id)' },
  ]);
});

it('asks first over a connection that wants it, but not before it stages', async () => {
  open(undefined, 'Production');
  type(named('id'), 'b');
  await press('Write now');
  expect(sent).toEqual([]);
  expect(problems()).toEqual([
    expect.stringContaining('Production asks before anything is written to it.'),
  ]);
  await press('Write');
  await vi.waitFor(() => expect(onWritten).toHaveBeenCalledTimes(1));
  await press('Save');
  expect(onStage).toHaveBeenCalledTimes(1);
});

it('gives an item another key only as a move that was asked for', async () => {
  open(item);
  expect(named('id').hasAttribute('disabled')).toBe(true);
  await press('Change key…');
  expect(document.body.textContent).toContain('deleted and put under the new key');
  type(named('id'), 'b');
  await press('Save');
  expect(onStage).toHaveBeenCalledWith(rowOf(item), { ...item, id: { S: 'b' } });
});

it('closes at once where nothing was typed yet', () => {
  open(undefined);
  click(named('Close'));
  expect(onClose).toHaveBeenCalledTimes(1);
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
