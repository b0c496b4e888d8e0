// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { button, click, createStage, named } from '../values/testing/stage.tsx';
import { partiqlSessionOf } from './partiql-session.ts';
import { PartiqlView } from './partiql-view.tsx';

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

let stage: ReturnType<typeof createStage>;
let sent: { method: string; request: Record<string, unknown> }[];
let answer: () => string;
let itemCount: number;
let client: SortkeyClient;

const method = (name: string) => async (input: { request: string }) => {
  sent.push({ method: name, request: JSON.parse(input.request) as Record<string, unknown> });
  return { response: answer(), requestId: 'R1', httpStatus: 200, attempts: 1, elapsedMs: 5 };
};

beforeEach(() => {
  [sent, answer, itemCount] = [[], () => '{}', 5];
  client = {
    statements: {
      execute: method('execute'),
      batch: method('batch'),
      transact: method('transact'),
    },
    query: {
      open: async (input: { request: string }) => {
        await method('open')(input);
        throw new SortkeyError('QUERY_INVALID', 'No rows here.');
      },
      close: async () => ({}),
    },
    tables: {
      list: async () => ({ tableNames: ['T'] }),
      describe: async () => ({
        tableName: 'T',
        partitionKey: { name: 'id', type: 'S' },
        indexes: [],
        itemCount,
      }),
    },
    app: { readSettings: async () => ({}) },
  } as unknown as SortkeyClient;
  Element.prototype.scrollIntoView = () => undefined;
  stage = createStage();
});
afterEach(() => stage.close());

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

async function open(
  script: string,
  values: readonly AttributeValue[] = [],
  guard: Connection['guard'] = 'open',
): Promise<void> {
  partiqlSessionOf(client, 'c1').store.setState({ script, values, mode: 'transaction' });
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  stage.show(
    <QueryClientProvider client={cache}>
      <ClientProvider value={client}>
        <PartiqlView connection={{ ...connection, guard }} />
      </ClientProvider>
    </QueryClientProvider>,
  );
  await settle();
}

const run = async () => {
  click(button('Run'));
  await settle();
};
/** Waits for words on the screen: what is known of a table comes after its name. */
const see = (text: string) =>
  vi.waitUntil(async () => {
    await settle();
    return words().includes(text);
  });
const words = () => document.body.textContent ?? '';

it('runs a statement with its values, and shows what it returned', async () => {
  answer = () => JSON.stringify({ Items: [{ id: { S: 'gone' } }] });
  await open('DELETE FROM T WHERE id = ? RETURNING ALL OLD *', [{ S: 'gone' }]);
  await run();
  expect(sent).toEqual([
    {
      method: 'execute',
      request: {
        Statement: 'DELETE FROM T WHERE id = ? RETURNING ALL OLD *',
        Parameters: [{ S: 'gone' }],
        ReturnConsumedCapacity: 'INDEXES',
      },
    },
  ]);
  expect(named('Result status').textContent).toBe('1 statement done');
  expect(named('Outcomes').textContent).toContain('gone');
});

it('sends the empty text for a parameter that nothing was typed into', async () => {
  await open('DELETE FROM T WHERE id = ?');
  await run();
  expect(sent[0]?.request['Parameters']).toEqual([{ S: '' }]);
});

it('asks before a write over a connection that wants to be asked', async () => {
  await open('DELETE FROM T WHERE id = 1', [], 'confirm-writes');
  await run();
  expect(sent).toEqual([]);
  expect(words()).toContain('Live asks before anything is written to it. This statement writes.');
  click(button('Write'));
  await settle();
  expect(sent).toHaveLength(1);
});

it('asks for no leave to read there', async () => {
  await open('SELECT * FROM T WHERE id = 1', [], 'confirm-writes');
  await run();
  expect(sent.map(({ method: name }) => name)).toEqual(['open']);
});

it('asks before it scans a table of many items, and says so beforehand', async () => {
  itemCount = 12_400;
  await open('SELECT * FROM T');
  await see('This statement scans T: it has no WHERE.');
  await run();
  expect(sent).toEqual([]);
  click(button('Run anyway'));
  await settle();
  expect(sent).toMatchObject([{ method: 'open', request: { Statement: 'SELECT * FROM T' } }]);
});

it('asks also where it is run before the table is known', async () => {
  itemCount = 12_400;
  await open('SELECT * FROM T');
  click(button('Run'));
  await see('Run anyway');
  expect(sent).toEqual([]);
});

it('shows at which statement a transaction was cancelled; each attempt has a token', async () => {
  const reasons = JSON.stringify([{ Code: 'None' }, { Code: 'DuplicateItem' }]);
  answer = () => {
    throw new SortkeyError('TRANSACTION_CANCELLED', 'It was cancelled.', { data: { reasons } });
  };
  await open('DELETE FROM T WHERE id = 1; DELETE FROM T WHERE id = 2');
  await run();
  await run();
  expect(words()).toContain('It was cancelled.');
  const items = [...named('Outcomes').querySelectorAll('li')].map((item) => item.dataset['state']);
  expect(items).toEqual(['not done', 'failed']);
  const tokens = sent.map(({ request }) => request['ClientRequestToken']);
  expect(new Set(tokens).size).toBe(2);
});
