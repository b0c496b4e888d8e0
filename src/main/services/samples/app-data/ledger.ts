import type { Item } from '../../../../domain/attribute-value.ts';
import type { Random } from './random.ts';
import { number, text, yesNo } from './words.ts';

/** An entry of a ledger that needs every digit of a number: up to 38, large, small and negative. */
export function makeLedgerEntry(entry: number, random: Random): Item {
  const minus = random.oneIn(3) ? '-' : '';
  return {
    pk: text('LEDGER'),
    sk: text(`ENTRY#${String(entry).padStart(4, '0')}`),
    type: text('ledger entry'),
    // No 0 at the end, which would be no digit that counts.
    amount: number(`${minus}${random.digits(19)}.${random.digits(18)}${random.whole(1, 9)}`),
    supply: number(`${random.digits(37)}${random.whole(1, 9)}`),
    rate: number(`${random.whole(1, 9)}.${random.digits(20)}E-${random.whole(20, 100)}`),
    limits: { NS: [`${random.whole(1, 9)}E+120`, `-${random.digits(30)}1`, '0'] },
    settled: yesNo(random.oneIn(2)),
  };
}
