// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Favourite, KeptRequest, Run } from '../../../contract/library.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { button, click, createStage, named, type } from '../values/testing/stage.tsx';
import { LibraryDrawer } from './library-drawer.tsx';
import type { LibraryTab } from './library-drawer.tsx';

const requestOf = (words: string, kind = 'Query'): KeptRequest => ({
  kind,
  connectionId: 'sandbox',
  connectionName: 'Sandbox',
  tableName: 'Books',
  words,
  form: `form of ${words}`,
});

let stage: ReturnType<typeof createStage>;
let runs: Run[];
let favourites: Favourite[];
let restored: KeptRequest[];
let closed: number;
let problem: Error | undefined;

const withoutForm = <Entry extends { request: KeptRequest }>(entry: Entry) => {
  const { form, ...request } = entry.request;
  return { ...entry, request, restorable: form !== undefined };
};
const library = {
  list: async ({ text }: { text: string }) => {
    const found = runs.filter(({ request }) => request.words.includes(text)).toReversed();
    return { runs: found.map(withoutForm), total: found.length, complete: true };
  },
  readRun: async ({ id }: { id: number }) => runs.find((run) => run.id === id),
  forget: async ({ id }: { id?: number }) => {
    runs = id === undefined ? [] : runs.filter((run) => run.id !== id);
    return {};
  },
  listFavourites: async () => ({ favourites: favourites.map(withoutForm) }),
  readFavourite: async ({ id }: { id: string }) => favourites.find((one) => one.id === id),
  addFavourite: async (favourite: Omit<Favourite, 'id'>) => {
    const id = `f${favourites.length + 1}`;
    favourites.push({ ...favourite, id });
    return { id };
  },
};
const client = { library } as unknown as SortkeyClient;

beforeEach(() => {
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
  [restored, closed, favourites, problem] = [[], 0, [], undefined];
  const words = ['id = 1', 'id = 2', 'price = 3'];
  runs = words.map((text, index) => ({
    id: index + 1,
    startedAt: Date.now() - (words.length - index) * 1_000,
    request: requestOf(text),
    outcome: { elapsedMs: 14, rowCount: index, capacity: 0.5 },
  }));
  stage = createStage();
});
afterEach(() => stage.close());

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
const entries = () => [...document.querySelectorAll<HTMLElement>('[data-key]')];
const entry = (text: string) => {
  const found = entries().find((element) => element.textContent.includes(text));
  if (found === undefined) throw new Error(`no entry with ${text}`);
  return found;
};
const press = (key: string) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  });

async function open(tab: LibraryTab = 'history') {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  stage.show(
    <QueryClientProvider client={queryClient}>
      <ClientProvider value={client}>
        <LibraryDrawer
          tab={tab}
          onTab={() => undefined}
          onClose={() => (closed += 1)}
          onRestore={async (request) => {
            if (problem !== undefined) throw problem;
            restored.push(request);
          }}
        />
      </ClientProvider>
    </QueryClientProvider>,
  );
  await settle();
}

it('lists runs by day, the newest first, and restores the one that is chosen', async () => {
  await open();
  expect(document.body.textContent).toContain('Today');
  expect(entries().map((element) => element.textContent)).toEqual([
    expect.stringContaining('price = 3'),
    expect.stringContaining('id = 2'),
    expect.stringContaining('id = 1'),
  ]);
  expect(entry('price = 3').textContent).toContain('2 items · 0.5 RCU · 14 ms');
  click(entry('id = 2'));
  await settle();
  expect(restored).toEqual([requestOf('id = 2')]);
  expect(closed).toBe(1);
});

it('is gone through by keyboard', async () => {
  await open();
  act(() => named('Search the library').focus());
  press('ArrowDown');
  expect(document.activeElement).toBe(entry('price = 3'));
  press('ArrowDown');
  expect(document.activeElement).toBe(entry('id = 2'));
  press('End');
  expect(document.activeElement).toBe(entry('id = 1'));
  press('Delete');
  await settle();
  expect(runs.map(({ id }) => id)).toEqual([2, 3]);
  expect(entries()).toHaveLength(2);
});

it('finds runs, and says where there are none', async () => {
  await open();
  type(named('Search the library'), 'price');
  await settle();
  expect(entries()).toHaveLength(1);
  type(named('Search the library'), 'nothing like it');
  await settle();
  expect(document.body.textContent).toContain('No run holds these words.');
});

it('says why a run cannot be restored, and stays open', async () => {
  problem = new Error('Sandbox, where this was run, is none of the connections any more.');
  await open();
  click(entry('id = 1'));
  await settle();
  expect(document.body.textContent).toContain('is none of the connections any more');
  expect(closed).toBe(0);
});

it('makes a favourite of a run, with its form', async () => {
  await open();
  click(named('Add to favourites'));
  await settle();
  const name = document.querySelector<HTMLInputElement>('input[data-autofocus][maxlength="200"]');
  if (name === null) throw new Error('no field for the name');
  expect(name.value).toBe('Books: price = 3');
  type(name, '');
  click(button('Save'));
  expect(document.body.textContent).toContain('Give it a name.');
  type(name, ' Three ');
  click(button('Save'));
  await settle();
  expect(favourites).toEqual([
    { id: 'f1', name: 'Three', folder: '', request: requestOf('price = 3') },
  ]);
});

it('shows favourites in their folders', async () => {
  favourites = [
    { id: 'a', name: 'Cheap', folder: '', request: requestOf('price < 1') },
    { id: 'b', name: 'Late', folder: 'Daily', request: requestOf('due < 1', 'Scan') },
  ];
  await open('favourites');
  expect(document.querySelector('ul')?.textContent).toMatch(/Cheap.*Daily.*Late/);
  click(entry('Late'));
  await settle();
  expect(restored).toEqual([requestOf('due < 1', 'Scan')]);
});
