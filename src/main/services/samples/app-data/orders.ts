import type { AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import { customerKey } from './customers.ts';
import { productKey } from './products.ts';
import type { Random } from './random.ts';
import { identifier, minutesOfYear, money, none, number, text, time, yesNo } from './words.ts';

const states = ['PLACED', 'PAID', 'SHIPPED', 'DELIVERED', 'RETURNED'] as const;

const orderKey = (order: number) => `ORDER#${identifier('o', order, 5)}`;

/**
 * An order and its lines. The order stands with its customer, newest last; each line stands with
 * the order, and through GSI1 with its product.
 */
export function makeOrder(
  order: number,
  of: { customers: number; products: number },
  random: Random,
): Item[] {
  const placed = time(random.whole(minutesOfYear / 2, minutesOfYear - 1));
  const state = random.pick(states);
  const lines: Item[] = [];
  let total = 0;
  for (let line = 1; line <= (order % 4) + 1; line += 1) {
    const quantity = random.whole(1, 5);
    const price = random.whole(150, 49_900);
    total += quantity * price;
    lines.push({
      pk: text(orderKey(order)),
      sk: text(`LINE#${String(line).padStart(3, '0')}`),
      gsi1pk: text(productKey(random.whole(1, of.products))),
      gsi1sk: text(`${placed}#${orderKey(order)}`),
      type: text('order line'),
      quantity: number(quantity),
      price: money(price),
      discount: random.oneIn(3) ? money(random.whole(10, 140)) : none,
      gift: yesNo(random.oneIn(8)),
    });
  }
  const head: Item = {
    pk: text(customerKey(random.whole(1, of.customers))),
    sk: text(`ORDER#${placed}#${identifier('o', order, 5)}`),
    gsi1pk: text(orderKey(order)),
    gsi1sk: text('ORDER'),
    type: text('order'),
    state: text(state),
    placed: text(placed),
    total: money(total),
    lineCount: number(lines.length),
    paid: yesNo(state !== 'PLACED'),
    history: { L: states.slice(0, states.indexOf(state) + 1).map(historyEntry) },
    tracking: state === 'SHIPPED' ? text(`📦 ${random.digits(10)}`) : none,
  };
  return [head, ...lines];
}

function historyEntry(state: string, day: number): AttributeValue {
  return { M: { state: text(state), day: number(day) } };
}
