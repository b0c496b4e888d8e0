import { notifications, notificationsStore } from '@mantine/notifications';
import { afterEach, expect, it } from 'vitest';
import { maximumFormLength } from '../../../contract/library.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { amendRun, errorCodeOf, recordRun, useHistoryNews } from './record-run.ts';

afterEach(() => notifications.clean());

const told = () => notificationsStore.getState().notifications.length;

const run = {
  kind: 'Scan',
  connection: { id: 'sandbox', name: 'Sandbox' },
  request: '{"TableName":"Books","Limit":5}',
  form: '{}',
  startedAt: 1,
  outcome: { elapsedMs: 3 },
};

function clientOf(act: (input: object) => object) {
  const inputs: object[] = [];
  const method = async (input: object) => {
    inputs.push(input);
    return act(input);
  };
  const client = { library: { record: method, amend: method } } as unknown as SortkeyClient;
  return { client, inputs };
}

it('keeps what a run was, and tells open lists', async () => {
  const { client, inputs } = clientOf(() => ({ id: 4 }));
  const before = useHistoryNews.getState().count;
  expect(await recordRun(client, run)).toBe(4);
  await recordRun(client, { ...run, form: 'x'.repeat(maximumFormLength + 1) });
  const request = {
    kind: 'Scan',
    connectionId: 'sandbox',
    connectionName: 'Sandbox',
    tableName: 'Books',
    indexName: undefined,
    words: 'limit 5',
    form: '{}',
  };
  expect(inputs).toEqual([
    { startedAt: 1, request, outcome: { elapsedMs: 3 } },
    { startedAt: 1, request: { ...request, form: undefined }, outcome: { elapsedMs: 3 } },
  ]);
  expect(useHistoryNews.getState().count).toBe(before + 2);
});

it('tells once that nothing can be kept, until something is again', async () => {
  let full = true;
  const { client } = clientOf(() => {
    if (full) throw new SortkeyError('LIBRARY_NOT_WRITTEN', 'No room.');
    return { id: 1 };
  });
  expect(await recordRun(client, run)).toBeUndefined();
  await amendRun(client, 1, { elapsedMs: 1 });
  await recordRun(client, run);
  expect(told()).toBe(1);
  full = false;
  await recordRun(client, run);
  full = true;
  await recordRun(client, run);
  expect(told()).toBe(2);
});

it('names what a run failed with', () => {
  expect(errorCodeOf(undefined)).toBeUndefined();
  expect(errorCodeOf(new SortkeyError('THROTTLED', ''))).toBe('THROTTLED');
  expect(errorCodeOf(new Error('x'))).toBe('INTERNAL');
});
