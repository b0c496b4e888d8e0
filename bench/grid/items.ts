/** The items of the bench: some 250 bytes each by DynamoDB's count, the same in every run. */
export type Order = { readonly pk: string; readonly sk: string };

const states = ['OPEN', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'RETURNED'];
const cities = ['Berlin', 'Lyon', 'Porto', 'Århus', 'Kraków', 'Gent', 'Bath', 'Cork'];
const words =
  'please leave with the neighbour ring twice call before noon fragile glass gift wrap no plastic ' +
  'second floor back door blue gate dog is friendly weekend only sign here';
const vocabulary = words.split(' ');

/** A number from 0 to 1 that an item has for a purpose, spread evenly. */
function chance(item: number, purpose: number): number {
  let mixed = Math.imul(item + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

function pick(from: readonly string[], item: number, purpose: number): string {
  return from[Math.floor(chance(item, purpose) * from.length)] ?? '';
}

export function keyOf(item: number): Order {
  const customer = Math.floor(chance(item, 0) * 200_000);
  return {
    pk: `customer#${String(customer).padStart(8, '0')}`,
    sk: `order#${String(item).padStart(9, '0')}`,
  };
}

/** An item as DynamoDB JSON text, its attributes in another order each time, as engines do. */
export function itemText(item: number): string {
  const { pk, sk } = keyOf(item);
  const note = Array.from({ length: 21 }, (_, index) => pick(vocabulary, item, 60 + index));
  const attributes = [
    `"pk":{"S":"${pk}"}`,
    `"sk":{"S":"${sk}"}`,
    `"total":{"N":"${Math.floor(chance(item, 1) * 1e7) / 100}"}`,
    `"placedAt":{"N":"${1_700_000_000_000 + Math.floor(chance(item, 2) * 5e10)}"}`,
    `"state":{"S":"${pick(states, item, 3)}"}`,
    `"note":{"S":"${note.join(' ')}"}`,
    `"paid":{"BOOL":${chance(item, 4) < 0.5}}`,
    `"lines":{"L":[{"S":"sku-${Math.floor(chance(item, 5) * 9e6)}"},{"N":"${1 + (item % 7)}"}]}`,
    `"address":{"M":{"city":{"S":"${pick(cities, item, 6)}"},"zip":{"N":"${10_000 + (item % 89_000)}"}}}`,
    ...(item % 3 === 0 ? [`"gift":{"NULL":true}`] : []),
  ];
  for (let last = attributes.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance(item, 40 + last) * (last + 1));
    const [a = '', b = ''] = [attributes[last], attributes[other]];
    attributes[last] = b;
    attributes[other] = a;
  }
  return `{${attributes.join(',')}}`;
}

/** The body of a Scan's answer: `count` items from one on. */
export function pageText(first: number, count: number, isLast: boolean): string {
  const items = Array.from({ length: count }, (_, index) => itemText(first + index));
  const { pk, sk } = keyOf(first + count - 1);
  const next = isLast ? '' : `"LastEvaluatedKey":{"pk":{"S":"${pk}"},"sk":{"S":"${sk}"}},`;
  return `{"Count":${count},"Items":[${items.join(',')}],${next}"ScannedCount":${count}}`;
}

/** As many items as DynamoDB puts into a page of 1 MB. */
export const itemsInPage = 4_000;
