import { expect, it } from 'vitest';
import { billingText, keyText, projectionText, statusText } from './table-words.ts';

it('writes what DescribeTable tells as people read it', () => {
  expect(billingText({ mode: 'on-demand' })).toBe('On-demand');
  expect(
    billingText({ mode: 'provisioned', readCapacityUnits: 4_000, writeCapacityUnits: 10 }),
  ).toBe('4,000 RCU · 10 WCU');
  expect(statusText('INACCESSIBLE_ENCRYPTION_CREDENTIALS')).toBe(
    'Inaccessible encryption credentials',
  );
  expect(keyText({ name: 'book_id', type: 'N' })).toBe('book_id (Number)');
  expect(projectionText({ projection: { type: 'INCLUDE', nonKeyAttributes: ['a', 'b'] } })).toBe(
    'Keys and a, b',
  );
  expect(projectionText({ projection: { type: 'KEYS_ONLY' } })).toBe('Keys only');
});
