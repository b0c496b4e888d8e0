import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../contract/app.ts';
import type { ReadBudget } from '../../../contract/query.ts';

/** What a filtered read may spend where the user has not said. */
export const defaultReadBudget: ReadBudget = { pages: 10, capacityUnits: 500 };

type SettingsAccess = {
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (settings: Partial<Settings>) => Promise<unknown>;
};

export type KeptBudget = {
  readonly store: StoreApi<ReadBudget>;
  /** Takes the kept budget over; the default stands until then. */
  readonly load: () => Promise<void>;
  /** Changes the budget for all reads from now on, and keeps it. */
  readonly change: (budget: ReadBudget) => Promise<void>;
};

/** The budget of filtered reads, kept with the settings. */
export function createKeptBudget({ readSettings, writeSettings }: SettingsAccess): KeptBudget {
  const store = createStore<ReadBudget>(() => defaultReadBudget);
  let changed = false;
  const load = async () => {
    const { readBudget } = await readSettings();
    if (readBudget !== undefined && !changed) store.setState(readBudget, true);
  };
  const change = async (budget: ReadBudget) => {
    changed = true;
    store.setState(budget, true);
    await writeSettings({ readBudget: budget });
  };
  return { store, load, change };
}

const grouped = (count: number) => count.toLocaleString('en-GB');

/** `10 pages or 500 RCU`, `1 page`. */
export function budgetInWords({ pages, capacityUnits }: ReadBudget): string {
  const words = pages === 1 ? '1 page' : `${grouped(pages)} pages`;
  return capacityUnits === undefined ? words : `${words} or ${grouped(capacityUnits)} RCU`;
}

/** The budget as it is typed, or undefined where that is none; no limit of capacity where empty. */
export function parseBudget(pages: string, capacityUnits: string): ReadBudget | undefined {
  const pageCount = wholeNumber(pages, 1_000_000);
  if (pageCount === undefined) return undefined;
  if (capacityUnits.trim() === '') return { pages: pageCount };
  const units = wholeNumber(capacityUnits, 1_000_000_000);
  return units === undefined ? undefined : { pages: pageCount, capacityUnits: units };
}

function wholeNumber(text: string, most: number): number | undefined {
  const digits = text.trim().replaceAll(',', '');
  if (!/^\d{1,10}$/.test(digits)) return undefined;
  const number = Number(digits);
  return number >= 1 && number <= most ? number : undefined;
}
