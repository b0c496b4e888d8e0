import type { Item } from '../../../../domain/attribute-value.ts';
import type { Random } from './random.ts';
import { identifier, money, number, text, yesNo } from './words.ts';

const things = ['Atlas', 'Backpack', 'Compass', 'Flask', 'Lantern', 'Notebook', 'Tent'] as const;
const kinds = ['Alpine', 'Coastal', 'Desert', 'Everyday', 'Polar', 'Tiny'] as const;
const categories = ['CAMP', 'CARRY', 'FIND-YOUR-WAY', 'READ'] as const;
const colours = ['amber', 'blue', 'green', 'grey', 'red'] as const;
const sizes = [1, 2, 4, 8, 16, 32] as const;

export const productKey = (product: number) => `PRODUCT#${identifier('p', product, 3)}`;

/** A product: reached by itself, and through GSI1 by its category. */
export function makeProduct(product: number, random: Random): Item {
  const name = `${random.pick(kinds)} ${random.pick(things)} ${product}`;
  return {
    pk: text(productKey(product)),
    sk: text('DETAILS'),
    gsi1pk: text(`CATEGORY#${random.pick(categories)}`),
    gsi1sk: text(name),
    type: text('product'),
    name: text(name),
    price: money(random.whole(150, 49_900)),
    inStock: yesNo(!random.oneIn(6)),
    colours: { SS: random.some(colours) },
    sizes: { NS: random.some(sizes).map(String) },
    weight: number(`${random.whole(1, 40)}e-1`),
    thumbnail: { B: random.base64(48) },
    fingerprints: { BS: [random.base64(16), random.base64(20)] },
    ratings: {
      L: Array.from({ length: random.whole(0, 3) }, (_, place) => ({
        M: { stars: number(random.whole(1, 5)), by: text(`reader ${place + 1}`) },
      })),
    },
    dimensions: {
      M: {
        width: number(random.whole(10, 900)),
        height: number(random.whole(10, 900)),
        unit: text('mm'),
      },
    },
  };
}
