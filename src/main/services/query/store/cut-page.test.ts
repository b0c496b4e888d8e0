import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../domain/attribute-value.ts';
import { arbitraryItem } from '../../../../domain/testing/arbitrary-item.ts';
import { createAttributesSeen } from './attributes-seen.ts';
import type { AttributeSeen } from './attributes-seen.ts';
import { cutPage } from './cut-page.ts';
import type { PageRest } from './cut-page.ts';

type Outcome = { rows: string[]; rest: PageRest; attributes: AttributeSeen[] };

function cut(body: string): Outcome {
  const seen = createAttributesSeen();
  const { bytes, starts, rest } = cutPage(Buffer.from(body, 'utf8'), seen);
  const rows = Array.from(starts.subarray(1), (next, row) =>
    Buffer.from(bytes.subarray(starts[row], next - 1)).toString('utf8'),
  );
  return { rows, rest, attributes: seen.list() };
}

/** What a server may write instead: every character beyond ASCII, and every `/`, escaped. */
function escaped(json: string): string {
  return json
    .replaceAll('/', '\\/')
    .replaceAll(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
}

describe('a page is cut into its items', () => {
  it('as JSON.stringify writes them, however the server does', () => {
    const write = fc.constantFrom(
      (value: object) => JSON.stringify(value),
      (value: object) => JSON.stringify(value, null, 2),
      (value: object) => escaped(JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.array(arbitraryItem(), { maxLength: 5 }), write, (items, text) => {
        const { rows, attributes } = cut(text({ Count: items.length, Items: items }));
        expect(rows).toEqual(items.map((item) => JSON.stringify(item)));
        expect(attributes).toEqual(cut(JSON.stringify({ Items: items })).attributes);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['first', (items: string) => `{"Items":${items},"Count":1,"ScannedCount":4}`],
    ['last', (items: string) => `{"Count":1,"ScannedCount":4,"Items":${items}}`],
    ['in the middle', (items: string) => `{"Count":1,"Items":${items},"ScannedCount":4}`],
  ])('with the rest of the answer, where the items come %s', (_, body) => {
    const { rows, rest } = cut(body('[{"a":{"S":"]}"}},{}]'));
    expect(rows).toEqual(['{"a":{"S":"]}"}}', '{}']);
    expect(rest).toEqual({ Count: 1, ScannedCount: 4 });
  });

  it('without being misled by what looks like items', () => {
    const LastEvaluatedKey: Item = { Items: { S: '"Items":[{}]' } };
    const ConsumedCapacity = { CapacityUnits: 1.5, TableName: 'Items' };
    const answer = { LastEvaluatedKey, Items: [{ Items: { L: [] } }], ConsumedCapacity };
    const { rows, rest } = cut(JSON.stringify(answer));
    expect(rows).toEqual(['{"Items":{"L":[]}}']);
    expect(rest).toEqual({ LastEvaluatedKey, ConsumedCapacity });
  });

  it.each(['{"Count":7,"ScannedCount":7}', '{"Count":7,"Items":[],"ScannedCount":7}'])(
    'of which there may be none: %s',
    (body) => {
      expect(cut(body)).toEqual({ rows: [], rest: { Count: 7, ScannedCount: 7 }, attributes: [] });
    },
  );

  it('and attributes are counted once, also where it is written anew', () => {
    const seen = createAttributesSeen();
    const before = '{"Items":[{"a":{"S":""}},{"c":{"S":""}}]}';
    const spaced = '{"Items":[{"a":{"S":""}},{"a":{"N":"1"}, "b":{"BOOL":false}}]}';
    for (const body of [before, spaced]) cutPage(Buffer.from(body), seen);
    expect(() => cutPage(Buffer.from('{"Items":[{"a":{"S":""},"d":{"S":""}},5]}'), seen)).toThrow(
      'The answer holds items that are not DynamoDB JSON.',
    );
    expect(seen.list()).toEqual([
      { name: 'a', types: ['S', 'N'], rowCount: 3 },
      { name: 'c', types: ['S'], rowCount: 1 },
      { name: 'b', types: ['BOOL'], rowCount: 1 },
    ]);
  });

  it('with every escape as JSON.stringify has it', () => {
    const body = String.raw`{"Items":[{"a\u000a":{"S":"\u0022\u0001\u001F\ud83d\ud83d\ude00"}}]}`;
    expect(cut(body).rows).toEqual([String.raw`{"a\n":{"S":"\"\u0001\u001f\ud83d😀"}}`]);
  });
});

it.each([
  ['', 'no JSON'],
  ['{"Items":[{"a":{"S":"x"}}', 'cut short'],
  ['{"Items":[{"a":{"S":"x"}},]}', 'a comma too many'],
  ['{"Items":[{"a":{"S":"x"}}]} {}', 'more than an answer'],
  ['{"Items":[{"a":{"S":5}}]}', 'a string that is none'],
  ['{"Items":[{"a":{"X":"x"}}]}', 'a type that is none'],
  ['{"Items":[{"a":{"S":"x","N":"1"}}]}', 'two types'],
  ['{"Items":[{"a":{"NULL":false}}]}', 'NULL that is not true'],
  ['{"Items":[{"a":{"SS":[1]}}]}', 'a set of no strings'],
  ['{"Items":[{"a":{"L":["x"]}}]}', 'a list of no values'],
  ['{"Items":[{"a":{"M":{"b":1}}}]}', 'a map of no values'],
  ['{"Items":["x"]}', 'an item that is none'],
  ['{"Items":{}}', 'no list of items'],
])('%s is refused: %s', (body) => {
  expect(() => cut(body)).toThrow(
    expect.objectContaining({
      code: 'SERVICE_FAILED',
      message:
        'The answer holds items that are not DynamoDB JSON. Check the endpoint of the connection.',
    }),
  );
});

it('holds no more memory than its items have', () => {
  const small = Buffer.from('{"Items":[{"a":{"S":"x"}}]}', 'utf8');
  const { bytes } = cutPage(small, createAttributesSeen());
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});
