import { expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../contract/app.ts';
import type { Settings } from '../../../contract/app.ts';
import { budgetInWords, createKeptBudget, defaultReadBudget, parseBudget } from './read-budget.ts';

function setUp(kept: Partial<Settings>) {
  const readSettings = () => Promise.resolve({ ...defaultSettings, ...kept });
  const writeSettings = vi.fn<(settings: Partial<Settings>) => Promise<void>>(() =>
    Promise.resolve(),
  );
  return { budget: createKeptBudget({ readSettings, writeSettings }), writeSettings };
}

it('is what was kept, and the default where nothing was', async () => {
  const none = setUp({}).budget;
  await none.load();
  expect(none.store.getState()).toEqual(defaultReadBudget);
  // Without a limit of capacity, that of the default is not one either.
  const some = setUp({ readBudget: { pages: 3 } }).budget;
  await some.load();
  expect(some.store.getState()).toEqual({ pages: 3 });
});

it('is kept once it is changed, and not overrun by what is read late', async () => {
  const { budget, writeSettings } = setUp({ readBudget: { pages: 3 } });
  const loading = budget.load();
  await budget.change({ pages: 20 });
  await loading;
  expect(budget.store.getState()).toEqual({ pages: 20 });
  expect(writeSettings).toHaveBeenCalledWith({ readBudget: { pages: 20 } });
});

it('is told in words', () => {
  expect(budgetInWords({ pages: 10, capacityUnits: 1_500 })).toBe('10 pages or 1,500 RCU');
  expect(budgetInWords({ pages: 1 })).toBe('1 page');
});

it.each([
  ['10', '500', { pages: 10, capacityUnits: 500 }],
  [' 1,000 ', '', { pages: 1_000 }],
  ['0', '', undefined],
  ['', '5', undefined],
  ['10', '0', undefined],
  ['10', 'many', undefined],
  ['1.5', '', undefined],
  ['1000001', '', undefined],
])('takes %j pages and %j units', (pages, units, budget) => {
  expect(parseBudget(pages, units)).toEqual(budget);
});
