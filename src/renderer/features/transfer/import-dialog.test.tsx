// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { bridgeName } from '../../../contract/host-bridge.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { ImportPreview, ImportProgress } from '../../../contract/transfer.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { button, click, createStage, named } from '../values/testing/stage.tsx';
import { ImportDialog } from './import-dialog.tsx';

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
const rejected = [
  { row: 3, line: 12, reason: 'The item has no partition key "book_id" (Number).' },
];
const preview: ImportPreview = {
  fileName: 'data.json',
  sizeBytes: 300,
  format: 'json',
  rowCount: 3,
  items: JSON.stringify([{ book_id: { N: '1' }, title: { S: 'Americanah' } }]),
  attributes: [{ name: 'book_id', types: ['N'], rowCount: 2 }],
  rejectedCount: 1,
  rejected,
};
const progress: ImportProgress = {
  bytesRead: 300,
  bytesTotal: 300,
  rowsRead: 3,
  rowsWritten: 2,
  rejectedCount: 1,
  rejected,
  retries: 0,
  elapsedMs: 500,
  complete: true,
};

type Importing = (signal: AbortSignal) => AsyncGenerator<ImportProgress>;

let stage: ReturnType<typeof createStage>;
let imported: number;
let closed: number;
let importing: Importing;

const client = {
  app: { readSettings: async () => ({ codeStyles: ['python-resource'] }) },
  transfer: {
    previewImport: async () => preview,
    startImport: async (_: unknown, { signal }: { signal: AbortSignal }) => importing(signal),
  },
} as unknown as SortkeyClient;

beforeEach(() => {
  [imported, closed] = [0, 0];
  importing = async function* () {
    yield progress;
  };
  Reflect.set(window, bridgeName, { referenceFile: async () => 'reference' });
  stage = createStage();
});
afterEach(() => stage.close());

/** Lets everything happen that waits for a turn. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

async function open(guard: Connection['guard'] = 'open'): Promise<void> {
  stage.show(
    <QueryClientProvider client={new QueryClient()}>
      <ClientProvider value={client}>
        <ImportDialog
          connection={{ ...connection, guard }}
          table={table}
          file={new File(['[]'], 'data.json')}
          opened
          onClose={() => (closed += 1)}
          onImported={() => (imported += 1)}
        />
      </ClientProvider>
    </QueryClientProvider>,
  );
  await settle();
  await settle();
}

const text = () => document.body.textContent ?? '';

it('shows what is in the file, imports it, and keeps what did not go in', async () => {
  await open();
  expect(text()).toContain('2 rows can go in; 1 cannot and is left out.');
  expect(text()).toContain('JSON array · 3 rows');
  click(button('Start import'));
  await settle();
  expect(named('Import result').textContent).toBe('2 items imported, 1 row rejected');
  expect(named('Import progress').getAttribute('aria-valuenow')).toBe('100');
  expect(named('Rejected rows').textContent).toContain('no partition key "book_id"');
  expect(imported).toBe(1);
  click(button('Close'));
  expect(closed).toBe(1);
});

it('asks before it is closed while rows are written, and stops when told so', async () => {
  let aborted = false;
  importing = async function* (signal) {
    yield { ...progress, rowsWritten: 1, rejectedCount: 0, rejected: [], complete: false };
    await new Promise((_, reject) => signal.addEventListener('abort', reject)).catch((reason) => {
      aborted = true;
      throw reason;
    });
  };
  await open();
  click(button('Start import'));
  await settle();
  click(named('Close'));
  expect(text()).toContain('Stop the import?');
  click(button('Go on'));
  expect(text()).not.toContain('Stop the import?');
  click(named('Close'));
  click(button('Stop import'));
  await settle();
  expect(closed).toBe(0);
  expect(aborted).toBe(true);
  expect(named('Import result').textContent).toBe('Cancelled: at least 1 item imported');
  expect(imported).toBe(1);
});

it('shows an error of the import with what went in before it', async () => {
  importing = async function* () {
    yield { ...progress, rowsWritten: 1, rejectedCount: 0, rejected: [], complete: false };
    throw new Error('Nothing answers at http://127.0.0.1:1.');
  };
  await open();
  click(button('Start import'));
  await settle();
  expect(named('Import result').textContent).toBe('Stopped by an error: 1 item imported');
  expect(text()).toContain('Nothing answers at http://127.0.0.1:1.');
});

it('does not start over a connection that is read-only', async () => {
  await open('read-only');
  expect(button('Start import').hasAttribute('disabled')).toBe(true);
  expect(text()).toContain('Live is a read-only connection.');
});

it('asks first over a connection that wants to be asked', async () => {
  await open('confirm-writes');
  click(button('Start import'));
  await settle();
  expect(imported).toBe(0);
  expect(text()).toContain('Live asks before it is written to. Write 2 items to Books?');
  click(button('Write 2 items'));
  await settle();
  expect(imported).toBe(1);
});

it('reads the import as code, by the keys of the table and the format of the file', async () => {
  await open();
  click(button('As code'));
  await settle();
  const code = named('Code').querySelector('pre')?.textContent;
  expect(code).toContain('table.batch_writer(overwrite_by_pkeys=["book_id"])');
  expect(code).toContain('for row in rows("data.json"):');
  expect(code).toContain('json.load(file, parse_float=Decimal, parse_int=Decimal)');
});
