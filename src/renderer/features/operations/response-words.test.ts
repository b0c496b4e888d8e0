import { describe, expect, it } from 'vitest';
import type { ReturnValues, WireRequest } from '../../../domain/requests/index.ts';
import type { Operation } from './operation-draft.ts';
import { keyFirst, readAnswer } from './response-words.ts';

function answer(operation: Operation, asked: ReturnValues | undefined, body: object) {
  const request = { TableName: 'T', Key: {}, ...(asked && { ReturnValues: asked }) } as WireRequest;
  const result = { response: JSON.stringify(body), httpStatus: 200, attempts: 1, elapsedMs: 13.6 };
  return readAnswer(operation, request, { ...result, requestId: 'R1' });
}

const heading = (...given: Parameters<typeof answer>) => answer(...given).heading;

const attributes = { a: { N: '1' } };

describe('what was answered', () => {
  it('holds the item that was read, or says that there is none', () => {
    expect(
      answer('GetItem', undefined, { Item: attributes, ConsumedCapacity: { CapacityUnits: 0.5 } }),
    ).toEqual({
      heading: 'The item',
      attributes,
      facts: ['GetItem', 'HTTP 200', '14 ms', '1 attempt', '0.5 capacity units'],
      requestId: 'R1',
      capacity: 0.5,
    });
    expect(answer('GetItem', undefined, {})).toMatchObject({
      heading: 'There is no item with this key.',
      attributes: undefined,
      facts: ['GetItem', 'HTTP 200', '14 ms', '1 attempt'],
    });
  });

  it('says what the attributes are', () => {
    expect(heading('UpdateItem', 'UPDATED_NEW', { Attributes: attributes })).toBe(
      'The changed attributes as they are now',
    );
    expect(heading('PutItem', undefined, {})).toBe('The item was put.');
    expect(heading('PutItem', 'ALL_OLD', {})).toBe(
      'The item was put. No item had this key before.',
    );
    expect(heading('DeleteItem', 'ALL_OLD', {})).toBe(
      'No item had this key, so nothing was deleted.',
    );
    expect(heading('DeleteItem', 'ALL_OLD', { Attributes: attributes })).toBe('The item as it was');
  });

  it('is shown with the key first', () => {
    const keys = {
      partitionKey: { name: 'id', type: 'S' },
      sortKey: { name: 'at', type: 'N' },
    } as const;
    const item = JSON.parse('{"__proto__":{"S":"x"},"at":{"N":"1"},"b":{"S":""},"id":{"S":"k"}}');
    expect(Object.keys(keyFirst(item, keys))).toEqual(['id', 'at', '__proto__', 'b']);
  });
});
