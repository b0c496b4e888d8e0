import type { TableSpecification } from '../../../../contract/tables.ts';
import type { Item } from '../../../../domain/attribute-value.ts';
import { makeAwkwardItems } from './awkward.ts';
import { makeCustomer } from './customers.ts';
import { makeLedgerEntry } from './ledger.ts';
import { makeOrder } from './orders.ts';
import { makeProduct } from './products.ts';
import { createRandom } from './random.ts';
import { makeSession } from './sessions.ts';

/** One table for a whole shop, as single-table design has it, with one index for the other ways in. */
export const appDataTable: TableSpecification = {
  tableName: 'AppData',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  billing: { mode: 'on-demand' },
  indexes: [
    {
      name: 'GSI1',
      kind: 'global',
      partitionKey: { name: 'gsi1pk', type: 'S' },
      sortKey: { name: 'gsi1sk', type: 'S' },
      projection: { type: 'ALL' },
    },
  ],
};

const counts = { customers: 200, products: 80, orders: 440, sessions: 300, ledgerEntries: 40 };

/** The items of AppData, the same each time. */
export function makeAppData(): Item[] {
  const random = createRandom(20_260_101);
  return [
    ...numbered(counts.customers).map((customer) => makeCustomer(customer, random)),
    ...numbered(counts.products).map((product) => makeProduct(product, random)),
    ...numbered(counts.orders).flatMap((order) => makeOrder(order, counts, random)),
    ...numbered(counts.sessions).map((session) => makeSession(session, counts.customers, random)),
    ...numbered(counts.ledgerEntries).map((entry) => makeLedgerEntry(entry, random)),
    ...makeAwkwardItems(),
  ];
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
