import { expect, it } from 'vitest';
import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import { backOffMs } from './back-off.ts';
import { createBatch } from './batch.ts';
import { sendBatch } from './send-batch.ts';
import { maximumBatchBytes } from './wire-batch.ts';

const schema = { partitionKey: { name: 'pk', type: 'S' } } as const;
const rowOf = (key: string, text = '{"pk":{"S":"a"}}') => ({ row: 1, line: 1, key, text });
const report = { written() {}, rejected() {}, retried() {}, consumed() {} };

it('gives up on throttling that does not end, after waits that grow', async () => {
  const batch = createBatch();
  batch.add(rowOf('["a"]'));
  const failures: number[] = [];
  const sent = sendBatch(batch.rows, {
    tableName: 'Books',
    schema,
    report,
    backOff: async (failure) => {
      failures.push(failure);
    },
    writeBatch: async () => {
      throw new SortkeyError('THROTTLED', 'DynamoDB throttled BatchWriteItem.');
    },
  });
  await expect(sent).rejects.toMatchObject({
    code: 'THROTTLED',
    message:
      'DynamoDB took no more rows for table Books in 12 attempts. ' +
      'Raise its write capacity, or import again later.',
  });
  expect(failures).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

it('waits for any time up to a bound that doubles', () => {
  expect([1, 2, 3, 8, 20].map((failures) => backOffMs(failures, () => 1))).toEqual([
    50, 100, 200, 5_000, 5_000,
  ]);
  expect(backOffMs(3, () => 0)).toBe(0);
});

it('keeps a batch within 25 keys and 16 MB', () => {
  const many = createBatch();
  for (let key = 0; key < 25; key += 1) expect(many.add(rowOf(String(key)))).toBe(true);
  expect(many.add(rowOf('25'))).toBe(false);
  expect(many.add(rowOf('3'))).toBe(true);
  expect(many.rows.get('3')?.length).toBe(2);

  const large = createBatch();
  const third = 'é'.repeat(maximumBatchBytes / 6 - 200);
  expect([1, 2, 3].map((key) => large.add(rowOf(String(key), third)))).toEqual([true, true, true]);
  expect(large.add(rowOf('4', third))).toBe(false);
});
