import { useStore } from 'zustand';
import type { ReadBudget } from '../../../contract/query.ts';
import { useClient } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { notifyError } from '../../ui/notify.ts';
import { createKeptBudget } from './read-budget.ts';
import type { KeptBudget } from './read-budget.ts';

const budgets = new WeakMap<SortkeyClient, KeptBudget>();

/** The budget of filtered reads over a link: one for all tables. */
export function budgetOf(client: SortkeyClient): KeptBudget {
  const known = budgets.get(client);
  if (known !== undefined) return known;
  const budget = createKeptBudget({
    readSettings: () => client.app.readSettings(),
    writeSettings: (settings) => client.app.writeSettings(settings),
  });
  budgets.set(client, budget);
  budget.load().catch((error: unknown) => notifyError('The settings could not be read', error));
  return budget;
}

/** The budget of filtered reads, and how to change it. */
export function useReadBudget() {
  const kept = budgetOf(useClient());
  const budget = useStore(kept.store);
  const change = (next: ReadBudget) =>
    void kept
      .change(next)
      .catch((error: unknown) => notifyError('The settings are not kept', error));
  return { budget, change };
}
