import { expect, it } from 'vitest';
import type { AttributeValue } from '../attribute-value.ts';
import { pythonItem, pythonItems, pythonLiteral } from './python-literal.ts';

const values: [AttributeValue, string][] = [
  [{ S: 'a "b"\n\\' }, String.raw`"a \"b\"\n\\"`],
  [{ N: '12345678901234567890.10' }, 'Decimal("12345678901234567890.10")'],
  [{ B: 'AGEiXP8=' }, String.raw`b"\x00a\"\\\xff"`],
  [{ BOOL: true }, 'True'],
  [{ BOOL: false }, 'False'],
  [{ NULL: true }, 'None'],
  [{ SS: ['a', 'b'] }, '{"a", "b"}'],
  [{ NS: ['1', '2.5'] }, '{Decimal("1"), Decimal("2.5")}'],
  [{ BS: ['YQ=='] }, '{b"a"}'],
  [{ L: [{ S: '' }, { L: [] }] }, '["", []]'],
  [{ M: { __proto__x: { M: {} } } }, '{"__proto__x": {}}'],
];
it.each(values)('prints %j', (value, expected) => {
  expect(pythonLiteral(value)).toBe(expected);
});

it('prints items as boto3 takes them, one to a line', () => {
  const items = [{ id: { S: 'a' }, price: { N: '1.50' } }, { id: { S: 'b' } }];
  expect(pythonItems(items)).toBe(`[
    {"id": "a", "price": Decimal("1.50")},
    {"id": "b"},
]`);
  expect(pythonItems([])).toBe('[]');
  expect(pythonItem(Object.fromEntries([['__proto__', { S: 'x' }]]))).toBe('{"__proto__": "x"}');
});
