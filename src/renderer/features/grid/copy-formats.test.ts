import { array, assert, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getAttribute, pickAttributes } from '../../../domain/attribute-map.ts';
import { itemFromPlainJson } from '../../../domain/plain-json.ts';
import { parseItem, parseItemText } from '../../../domain/parse-dynamodb-json.ts';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { copiedText } from './copy-formats.ts';
import { copyText } from './copy-text.ts';
import { parseDelimited } from './delimited-text.ts';

const books = [
  { id: { N: '1.10' }, title: { S: 'a\tb' }, tags: { SS: ['x'] }, gone: { NULL: true } },
  { id: { N: '2' }, title: { S: '' } },
] as const;
const names = ['id', 'title', 'tags'];
const cells = { items: books, names, whole: false };
const rows = { items: books, names, whole: true };

describe('copied cells', () => {
  it.each([
    ['tsv', '1.10\t"a\tb"\t{"SS":["x"]}\n2\t\t'],
    ['tsv-header', 'id\ttitle\ttags\n1.10\t"a\tb"\t{"SS":["x"]}\n2\t\t'],
    ['csv', '1.10,a\tb,"{""SS"":[""x""]}"\r\n2,,\r\n'],
    ['csv-header', 'id,title,tags\r\n1.10,a\tb,"{""SS"":[""x""]}"\r\n2,,\r\n'],
    ['json', '[\n  {"id":1.10,"title":"a\\tb","tags":["x"]},\n  {"id":2,"title":""}\n]'],
    [
      'dynamodb-json',
      '[\n  {"id":{"N":"1.10"},"title":{"S":"a\\tb"},"tags":{"SS":["x"]}},\n  {"id":{"N":"2"},"title":{"S":""}}\n]',
    ],
    [
      'python',
      '[\n    {"id": Decimal("1.10"), "title": "a\\tb", "tags": {"x"}},\n    {"id": Decimal("2"), "title": ""},\n]',
    ],
  ] as const)('as %s', (format, text) => {
    expect(copiedText(cells, format)).toBe(text);
  });

  it('have the attributes of the range only, those of whole rows all', () => {
    expect(copiedText(cells, 'json')).not.toContain('gone');
    expect(copiedText(rows, 'json')).toContain('"gone":null');
  });

  it('of one whole row are the item, not a list of it', () => {
    const second = { ...rows, items: books.slice(1) };
    expect(copiedText(second, 'dynamodb-json')).toBe(JSON.stringify(books[1], undefined, 2));
    expect(copiedText(second, 'python')).toBe('{"id": Decimal("2"), "title": ""}');
    expect(copiedText(second, 'tsv')).toBe('2\t\t');
  });
});

const one = (name: string) => ({ items: books.slice(0, 1), names: [name], whole: false });

describe('one copied cell', () => {
  it('is its bare value', () => {
    expect(copiedText(one('title'), 'tsv')).toBe('a\tb');
    expect(copiedText(one('id'), 'json')).toBe('1.10');
    expect(copiedText(one('title'), 'json')).toBe('"a\\tb"');
    expect(copiedText(one('tags'), 'dynamodb-json')).toBe('{"SS":["x"]}');
    expect(copiedText(one('tags'), 'python')).toBe('{"x"}');
    expect(copiedText(one('title'), 'csv')).toBe('a\tb\r\n');
    expect(copiedText(one('missing'), 'json')).toBe('');
  });
});

it('reads back equal as DynamoDB JSON, whatever the items', () => {
  assert(
    property(array(arbitraryItem(), { minLength: 1, maxLength: 4 }), (items) => {
      const many = copiedText({ items: [...items, {}], names: [], whole: true }, 'dynamodb-json');
      const parsed = (JSON.parse(many) as unknown[]).map((item) => parseItem(item));
      expect(parsed).toEqual([...items, {}]);
      const [item = {}] = items;
      const single = copiedText({ items: [item], names: [], whole: true }, 'dynamodb-json');
      expect(parseItemText(single)).toEqual(item);
    }),
  );
});

it('keeps absent what is missing, in every form that has names', () => {
  const item = arbitraryItem().chain((one) =>
    subarray(Object.keys(one)).map((names) => ({ one, names })),
  );
  assert(
    property(item, ({ one, names }) => {
      const copied = { items: [one, one], names: [...names, 'surely missing'], whole: false };
      const parsed = JSON.parse(copiedText(copied, 'dynamodb-json')) as unknown[];
      expect(parsed).toEqual([pickAttributes(one, names), pickAttributes(one, names)]);
      const table = parseDelimited(copiedText(copied, 'tsv'));
      const row = copied.names.map((name) => copyText(getAttribute(one, name)));
      expect(table).toEqual([row, row]);
    }),
  );
});

it('is plain JSON with exact numbers', () => {
  const item = { n: { N: '12345678901234567890.123456789' } };
  const text = copiedText({ items: [item], names: ['n'], whole: true }, 'json');
  expect(itemFromPlainJson(text)).toEqual(item);
});
