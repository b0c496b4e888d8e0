// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { button, click, createStage, named, type } from '../values/testing/stage.tsx';
import { draftKey, useDrafts } from './operation-draft.ts';
import { OperationsPanel } from './operations-panel.tsx';

const connection: Connection = {
  id: 'c1',
  name: 'Live',
  kind: 'default',
  region: 'us-east-1',
  colour: 'red',
  guard: 'open',
  capabilities: { parallelSegments: 1, lacks: [] },
  ready: true,
};
const table: TableDescription = {
  tableName: 'Books',
  status: 'ACTIVE',
  partitionKey: { name: 'book_id', type: 'N' },
  billing: { mode: 'on-demand' },
  indexes: [],
  deletionProtection: false,
  streamEnabled: false,
};

let stage: ReturnType<typeof createStage>;
let changed: number;
let sent: { method: string; request: unknown }[];
let answer: () => string;

const method = (name: string) => async (input: { request: string }) => {
  sent.push({ method: name, request: JSON.parse(input.request) });
  return { response: answer(), requestId: 'R1', httpStatus: 200, attempts: 1, elapsedMs: 5 };
};
const client = {
  items: {
    put: method('put'),
    get: method('get'),
    update: method('update'),
    delete: method('delete'),
  },
} as unknown as SortkeyClient;

beforeEach(() => {
  [changed, sent, answer] = [0, [], () => '{}'];
  useDrafts.setState({ drafts: new Map() });
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
  stage = createStage();
});
afterEach(() => stage.close());

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

function open(guard: Connection['guard'] = 'open', key = { book_id: { N: '1' } }) {
  stage.show(
    <ClientProvider value={client}>
      <OperationsPanel
        connection={{ ...connection, guard }}
        table={table}
        initialKey={key}
        onChanged={() => (changed += 1)}
      />
    </ClientProvider>,
  );
}

const pick = (name: string) => {
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const radio = radios.find((candidate) => candidate.labels?.[0]?.textContent === name);
  if (radio === undefined) throw new Error(`no radio ${name}`);
  click(radio);
};
const field = (label: string) => {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find((candidate) => candidate.textContent === label)?.control;
  if (!found) throw new Error(`no field ${label}`);
  return found;
};
const response = () => named('Response').textContent ?? '';

it('puts what is typed, and tells that something changed', async () => {
  open();
  click(button('Send'));
  await settle();
  expect(sent).toEqual([
    {
      method: 'put',
      request: {
        TableName: 'Books',
        Item: { book_id: { N: '0' } },
        ReturnConsumedCapacity: 'TOTAL',
      },
    },
  ]);
  expect(response()).toContain('The item was put.');
  expect(changed).toBe(1);
});

it('begins with the key of the item that is selected', async () => {
  answer = () => '{"Item":{"title":{"S":"x"},"book_id":{"N":"7"}}}';
  open('open', { book_id: { N: '7' } });
  pick('Get');
  expect(named('Key').textContent).toContain('"book_id": 7');
  click(button('Send'));
  await settle();
  expect(sent).toMatchObject([{ method: 'get', request: { Key: { book_id: { N: '7' } } } }]);
  expect(response()).toContain('"title": "x"');
  expect(changed).toBe(0);
});

it('takes the key of the next row while nothing else was typed', async () => {
  open('open', { book_id: { N: '7' } });
  pick('Delete');
  open('open', { book_id: { N: '8' } });
  expect(named('Key').textContent).toContain('"book_id": 8');
  const [draft] = useDrafts.getState().drafts.values();
  if (draft === undefined) throw new Error('no draft');
  const typed = { ...draft, key: { text: '{"book_id": 9}' } };
  act(() => useDrafts.setState({ drafts: new Map([[draftKey('c1', 'Books'), typed]]) }));
  open('open', { book_id: { N: '7' } });
  expect(named('Key').textContent).toBe('{"book_id": 9}');
  click(button('Use the key of the row'));
  expect(named('Key').textContent).toContain('"book_id": 7');
  open('open', { book_id: { N: '8' } });
  expect(named('Key').textContent).toContain('"book_id": 8');
  await settle();
  expect(sent).toEqual([]);
});

it('sends nothing while a field is wrong, and says so at the field', async () => {
  open();
  type(field('Condition expression'), 'price <');
  expect(document.body.textContent).not.toContain('Character 8');
  const enter = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
  act(() => {
    field('Condition expression').dispatchEvent(new KeyboardEvent('keydown', enter));
  });
  await settle();
  expect(sent).toEqual([]);
  expect(document.body.textContent).toContain('Character 8');
  expect(document.activeElement).toBe(field('Condition expression'));
});

it('shows the item as it stands when the condition was not met', async () => {
  answer = () => {
    throw new SortkeyError('CONDITION_FAILED', 'The condition does not hold.', {
      httpStatus: 400,
      data: { item: '{"book_id":{"N":"0"},"price":{"N":"12.000000000000000000001"}}' },
    });
  };
  open();
  click(button('Send'));
  await settle();
  expect(response()).toContain('The condition was not met');
  expect(response()).toContain('12.000000000000000000001');
  expect(changed).toBe(0);
});

it('asks before a write over a connection that wants to be asked, and not before a read', async () => {
  open('confirm-writes');
  click(button('Send'));
  await settle();
  expect(sent).toEqual([]);
  expect(document.body.textContent).toContain('This is PutItem in Books.');
  click(button('Write'));
  await settle();
  expect(sent).toMatchObject([{ method: 'put' }]);
  pick('Get');
  click(button('Send'));
  await settle();
  expect(sent).toMatchObject([{ method: 'put' }, { method: 'get' }]);
});

it('writes nothing over a connection that is read-only', async () => {
  open('read-only');
  pick('Delete');
  expect(button('Send').hasAttribute('disabled')).toBe(true);
  expect(document.body.textContent).toContain('This connection is read-only.');
  pick('Get');
  expect(button('Send').hasAttribute('disabled')).toBe(false);
});
