import type { Item } from '../../../../domain/attribute-value.ts';
import { customerKey } from './customers.ts';
import type { Random } from './random.ts';
import { identifier, minutesOfYear, number, text, time, yesNo } from './words.ts';

const devices = ['laptop', 'phone', 'tablet', 'television'] as const;

/** A login session with a time to live: reached by itself, and through GSI1 by its customer. */
export function makeSession(session: number, customers: number, random: Random): Item {
  const minute = random.whole(0, minutesOfYear - 1);
  return {
    pk: text(`SESSION#${identifier('s', session, 5)}`),
    sk: text('SESSION'),
    gsi1pk: text(customerKey(random.whole(1, customers))),
    gsi1sk: text(`SESSION#${time(minute)}`),
    type: text('session'),
    token: { B: random.base64(32) },
    expires: number(Math.floor(Date.UTC(2027, 0, 1) / 1_000) + minute * 60),
    trusted: yesNo(random.oneIn(2)),
    device: { M: { kind: text(random.pick(devices)), pixels: number(random.whole(1, 4)) } },
    pages: { L: Array.from({ length: random.whole(0, 4) }, (_, page) => text(`/page/${page}`)) },
  };
}
