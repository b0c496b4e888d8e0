// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BulkPlan, BulkProgress } from '../../../contract/bulk.ts';
import type { Connection } from '../../../contract/connections.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { button, click, createStage, named, type } from '../values/testing/stage.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkRows } from './bulk-rows.ts';
import { TruncateDialog } from './truncate-dialog.tsx';

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
const rows: BulkRows = {
  resultSetId: 'r1',
  viewId: undefined,
  rowCount: 1_204,
  filtered: false,
  complete: true,
  loading: false,
  selected: { ranges: [{ first: 4, count: 2 }], rowCount: 2, leftOut: 0 },
  readAnew: false,
  stagedCount: 0,
};
const plan: BulkPlan = {
  planId: 'p1',
  itemCount: 1_204,
  changeCount: 1_200,
  unchangedCount: 3,
  impossibleCount: 1,
  impossible: [{ key: 'book_id = 7', reason: '"tags" is a List, not a String set.' }],
  writeCapacity: 1_300,
  capacityFrom: 'item-sizes',
  readAnewCount: 0,
  partlyComparedCount: 0,
  example: { operation: 'UpdateItem', request: '{"TableName":"Books"}' },
};
const progress: BulkProgress = {
  itemCount: 1_200,
  written: 1_197,
  unchanged: 0,
  conflicts: 2,
  failed: 1,
  elapsedMs: 2_000,
  failures: [{ key: 'book_id = 9', reason: 'It was deleted since it was read.' }],
  recordId: 'the-record',
  recordPath: '/data/records/the-record.jsonl',
  state: 'complete',
};

let stage: ReturnType<typeof createStage>;
let calls: [string, unknown][];
let written: number;
let closed: number;
let planning: () => AsyncGenerator<BulkPlan>;
let running: () => AsyncGenerator<BulkProgress>;

const client = {
  bulk: {
    plan: async (input: unknown) => {
      calls.push(['plan', input]);
      return planning();
    },
    run: async (input: unknown) => {
      calls.push(['run', input]);
      return running();
    },
    cancel: async (input: unknown) => {
      calls.push(['cancel', input]);
      return {};
    },
    discard: async (input: unknown) => {
      calls.push(['discard', input]);
      return {};
    },
    record: async () => ({
      header: '{}',
      lines: '[{"key":{"book_id":{"N":"9"}},"outcome":"conflict","reason":"It was deleted."}]',
      total: 1,
    }),
  },
} as unknown as SortkeyClient;

beforeEach(() => {
  calls = [];
  [written, closed] = [0, 0];
  planning = async function* () {
    yield plan;
  };
  running = async function* () {
    yield progress;
  };
  stage = createStage();
  // jsdom lacks it, and a list of options scrolls to the one that is chosen.
  Reflect.set(Element.prototype, 'scrollIntoView', () => undefined);
});
afterEach(() => stage.close());

/** Lets everything happen that waits for a turn. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
const text = () => document.body.textContent ?? '';
const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent === label,
  );
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};

async function open(given: Partial<BulkRows> = {}, guard: Connection['guard'] = 'open') {
  stage.show(
    <QueryClientProvider client={new QueryClient()}>
      <ClientProvider value={client}>
        <BulkDialog
          connection={{ ...connection, guard }}
          table={table}
          rows={{ ...rows, ...given }}
          known={[{ name: 'price', types: ['N'] }]}
          onLoadAll={() => calls.push(['load all', undefined])}
          onClose={() => (closed += 1)}
          onWritten={() => (written += 1)}
        />
      </ClientProvider>
    </QueryClientProvider>,
  );
  await settle();
}

async function choose(option: string) {
  click(field('What to do'));
  await settle();
  const options = [...document.querySelectorAll<HTMLElement>('[role="option"]')];
  const found = options.find(({ textContent }) => textContent === option);
  if (found === undefined) throw new Error(`no option ${option}`);
  click(found);
}

it('sets an attribute of the selected rows: dry run, writes, record', async () => {
  await open();
  type(field('Attribute name'), 'price');
  type(named('Value'), '12.50');
  click(button('Dry run'));
  await settle();
  expect(calls).toEqual([
    [
      'plan',
      {
        connectionId: 'c1',
        tableName: 'Books',
        target: {
          kind: 'rows',
          resultSetId: 'r1',
          viewId: undefined,
          readAnew: false,
          ranges: [{ first: 4, count: 2 }],
        },
        act: { kind: 'set', name: 'price', value: '{"N":"12.50"}' },
      },
    ],
  ]);
  expect(named('Dry run').textContent).toBe(
    '1,200 items would be changed.3 items already as wanted.' +
      'About 1,300 write units by the sizes of the items, indexes not counted.',
  );
  expect(named('1 item cannot be changed').textContent).toContain('"tags" is a List');
  expect(text()).toContain('Live · us-east-1 · Books');
  expect(document.activeElement).toBe(named('Dry run'));

  click(button('Change 1,200 items'));
  await settle();
  expect(calls.at(-1)).toEqual(['run', { planId: 'p1' }]);
  expect(named('Bulk result').textContent).toBe(
    '1,197 items changed, 2 changed by somebody else and left, 1 failed',
  );
  expect(named('3 items not written').textContent).toContain('book_id = 9');
  expect(named('Bulk progress').getAttribute('aria-valuenow')).toBe('100');
  expect(text()).toContain('/data/records/the-record.jsonl');
  expect(written).toBe(1);
  click(button('Show record'));
  await settle();
  await settle();
  expect(named('Record').textContent).toContain('book_id = 9conflict: It was deleted.');
  click(button('Close'));
  expect(closed).toBe(1);
});

it('says what is wrong with what was typed, and sends nothing', async () => {
  await open();
  click(button('Dry run'));
  expect(text()).toContain('Give the name of the attribute to change.');
  type(field('Attribute name'), 'book_id');
  click(button('Dry run'));
  expect(text()).toContain('"book_id" is the partition key');
  type(field('Attribute name'), 'price');
  type(named('Value'), 'dear');
  click(button('Dry run'));
  await settle();
  expect(text()).toMatch(/"dear" is not a number|not a number/i);
  expect(calls).toEqual([]);
});

it('asks for the name of the table before many items are deleted', async () => {
  await open({ selected: { ranges: [], rowCount: 0, leftOut: 0 } }, 'confirm-writes');
  await choose('Delete items');
  click(button('Dry run'));
  await settle();
  const start = button('Delete 1,200 items');
  expect(start.hasAttribute('disabled')).toBe(true);
  expect(text()).toContain('Live asks before it is written to.');
  type(field("Type the table's name to confirm"), 'Book');
  expect(start.hasAttribute('disabled')).toBe(true);
  type(field("Type the table's name to confirm"), 'Books');
  click(button('Back'));
  await settle();
  expect(calls.at(-1)).toEqual(['discard', { planId: 'p1' }]);
  expect(written).toBe(0);
});

it('deletes a few items without that', async () => {
  planning = async function* () {
    yield { ...plan, changeCount: 2 };
  };
  await open();
  await choose('Delete items');
  click(button('Dry run'));
  await settle();
  expect(button('Delete 2 items').hasAttribute('disabled')).toBe(false);
});

it('offers to load all first, and says what is left out', async () => {
  await open({
    complete: false,
    readAnew: true,
    stagedCount: 2,
    selected: { ranges: [{ first: 0, count: 1 }], rowCount: 1, leftOut: 3 },
  });
  expect(text()).toContain('3 selected rows left out: only staged, or new since');
  expect(text()).toContain('Some rows were written since they were read: all are read again.');
  expect(text()).toContain('2 staged changes stay staged');
  const all = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].at(-1);
  click(all as HTMLElement);
  expect(text()).toContain('this is about the 1,204 rows that are.');
  click(button('Load all first'));
  expect(calls).toEqual([['load all', undefined]]);
});

it('shows why a dry run ended, and that nothing was written', async () => {
  planning = async function* () {
    yield { ...plan, planId: undefined };
    throw new Error('These results are not kept any more. Run the query again.');
  };
  await open();
  await choose('Delete items');
  click(button('Dry run'));
  await settle();
  expect(text()).toContain('Nothing was written');
  expect(text()).toContain('Run the query again.');
});

it('is cancelled on the main side, and asks before it is closed while it runs', async () => {
  const gate = new EventTarget();
  running = async function* () {
    yield { ...progress, written: 20, conflicts: 0, failed: 0, failures: [], state: 'running' };
    await new Promise((resolve) => gate.addEventListener('open', resolve));
    yield { ...progress, written: 30, conflicts: 0, failed: 0, failures: [], state: 'cancelled' };
  };
  await open();
  type(field('Attribute name'), 'price');
  type(named('Value'), '1');
  click(button('Dry run'));
  await settle();
  click(button('Change 1,200 items'));
  await settle();
  click(named('Close'));
  expect(text()).toContain('Stop here? What is written stays.');
  expect(closed).toBe(0);
  click(button('Stop'));
  expect(calls.at(-1)).toEqual(['cancel', { planId: 'p1' }]);
  gate.dispatchEvent(new Event('open'));
  await settle();
  expect(named('Bulk result').textContent).toBe('Cancelled: 30 items changed, 1,170 not tried');
  expect(written).toBe(1);
});

it('does not empty a table over a connection that is read-only', async () => {
  stage.show(
    <QueryClientProvider client={new QueryClient()}>
      <ClientProvider value={client}>
        <TruncateDialog
          connection={{ ...connection, guard: 'read-only' }}
          table={table}
          opened
          onClose={() => (closed += 1)}
          onWritten={() => (written += 1)}
        />
      </ClientProvider>
    </QueryClientProvider>,
  );
  await settle();
  expect(button('Dry run').hasAttribute('disabled')).toBe(true);
  expect(text()).toContain('Live is a read-only connection.');
});
