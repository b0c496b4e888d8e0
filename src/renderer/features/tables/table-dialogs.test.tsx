// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { TableDescription, TableSpecification } from '../../../contract/tables.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { button, click, createStage, type } from '../values/testing/stage.tsx';
import { CreateTableDialog } from './create-table-dialog.tsx';
import { DeleteTableDialog } from './delete-table-dialog.tsx';

const connection: Connection = {
  id: 'sandbox',
  name: 'Sandbox',
  kind: 'sandbox',
  region: 'us-east-1',
  colour: 'teal',
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
let created: TableSpecification[];
let deleted: string[];
let heard: string[];
let refusal: SortkeyError | undefined;

beforeEach(() => {
  stage = createStage();
  [created, deleted, heard, refusal] = [[], [], [], undefined];
});
afterEach(() => stage.close());

/** Only what the dialogs call: anything else is a fault of theirs, and fails. */
const tables = {
  create: async ({ specification }: { specification: TableSpecification }) => {
    if (refusal !== undefined) throw refusal;
    created.push(specification);
    return { ...table, tableName: specification.tableName };
  },
  delete: async ({ tableName }: { tableName: string }) => {
    deleted.push(tableName);
    return {};
  },
};

/** The style in which code is read. */
const app = { readSettings: async () => ({ codeStyles: ['http'] }) };

const client = { tables, app } as unknown as SortkeyClient;

function show(dialog: React.ReactNode): void {
  stage.show(
    <QueryClientProvider client={new QueryClient()}>
      <ClientProvider value={client}>{dialog}</ClientProvider>
    </QueryClientProvider>,
  );
}

const showCreate = () =>
  show(
    <CreateTableDialog
      connection={connection}
      opened
      onClose={() => heard.push('closed')}
      onCreated={(name) => heard.push(`created ${name}`)}
    />,
  );

function labelled(label: string): HTMLElement {
  const labels = [...document.querySelectorAll('label')];
  const id = labels.find((candidate) => candidate.textContent === label)?.htmlFor;
  const found = id === undefined ? null : document.getElementById(id);
  if (found === null) throw new Error(`no field ${label}`);
  return found;
}
const problems = () =>
  [...document.querySelectorAll('.mantine-InputWrapper-error')].map((error) => error.textContent);
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)));

it('says what is missing only once Create was asked for, and sends nothing', async () => {
  showCreate();
  expect(problems()).toEqual([]);
  click(button('Create'));
  expect(problems()).toEqual(['A table name is needed.', 'A partition key needs a name.']);
  await settle();
  expect(created).toEqual([]);
});

it('creates what the fields say, and names it to whoever opened the dialog', async () => {
  showCreate();
  type(labelled('Table name'), 'Books');
  type(labelled('Partition key'), 'book_id');
  click(labelled('Sort key'));
  type(labelled('Sort key name'), 'title');
  click(button('Create'));
  await settle();
  expect(created).toEqual([
    {
      tableName: 'Books',
      partitionKey: { name: 'book_id', type: 'S' },
      sortKey: { name: 'title', type: 'S' },
      billing: { mode: 'on-demand' },
      indexes: [],
    },
  ]);
  expect(heard).toEqual(['closed', 'created Books']);
});

it('shows what DynamoDB refuses, and stays open', async () => {
  refusal = new SortkeyError('RESOURCE_IN_USE', 'There is a table Books already.');
  showCreate();
  type(labelled('Table name'), 'Books');
  type(labelled('Partition key'), 'book_id');
  click(button('Create'));
  await settle();
  expect(document.querySelector('[role="alert"]')?.textContent).toContain(
    'There is a table Books already.',
  );
  expect(heard).toEqual([]);
});

it('deletes only under the very name', async () => {
  show(
    <DeleteTableDialog
      connection={connection}
      table={table}
      opened
      onClose={() => heard.push('closed')}
      onDeleted={() => heard.push('deleted')}
    />,
  );
  const confirm = button('Delete') as HTMLButtonElement;
  type(labelled("Type the table's name to confirm"), 'books');
  expect(confirm.disabled).toBe(true);
  confirm.form?.requestSubmit();
  await settle();
  expect(deleted).toEqual([]);
  type(labelled("Type the table's name to confirm"), 'Books');
  click(confirm);
  await settle();
  expect(deleted).toEqual(['Books']);
  expect(heard).toEqual(['closed', 'deleted']);
});

const code = (): string => document.querySelector('[aria-label="Code"] pre')?.textContent ?? '';

it('reads as code what Create and Delete would send, and sends nothing for that', async () => {
  showCreate();
  click(button('As code'));
  await settle();
  expect(document.body.textContent).toContain('once there is a request to send');
  type(labelled('Table name'), 'Books');
  type(labelled('Partition key'), 'book_id');
  expect(code()).toContain('X-Amz-Target: DynamoDB_20120810.CreateTable');
  expect(code()).toContain('"KeySchema": [{"AttributeName": "book_id", "KeyType": "HASH"}]');
  show(
    <DeleteTableDialog
      connection={connection}
      table={table}
      opened
      onClose={() => heard.push('closed')}
      onDeleted={() => heard.push('deleted')}
    />,
  );
  click(button('As code'));
  expect(code()).toContain('X-Amz-Target: DynamoDB_20120810.DeleteTable');
  expect([created, deleted, heard]).toEqual([[], [], []]);
});
