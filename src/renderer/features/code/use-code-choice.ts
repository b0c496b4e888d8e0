import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { CodeStyle } from '../../../domain/code/code-request.ts';
import { useClient } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { notifyError } from '../../ui/notify.ts';
import { firstChoice, readChoice, withStyle, withTab, writeChoice } from './code-choice.ts';
import type { CodeChoice } from './code-choice.ts';

const kept = new WeakMap<SortkeyClient, StoreApi<CodeChoice>>();

/** What is chosen over a link: one for all panels, for who reads Python reads it everywhere. */
function choiceOf(client: SortkeyClient): StoreApi<CodeChoice> {
  const known = kept.get(client);
  if (known !== undefined) return known;
  const store = createStore<CodeChoice>(() => firstChoice);
  kept.set(client, store);
  restore(client, store).catch((error: unknown) =>
    notifyError('The settings could not be read', error),
  );
  return store;
}

async function restore(client: SortkeyClient, store: StoreApi<CodeChoice>): Promise<void> {
  const { codeStyles = [] } = await client.app.readSettings();
  // What was chosen meanwhile stands.
  if (store.getState() === firstChoice) store.setState(readChoice(codeStyles), true);
}

/** The tab and the styles that code is read in, kept in the settings. */
export function useCodeChoice() {
  const client = useClient();
  const store = choiceOf(client);
  const choice = useStore(store);
  const change = (next: CodeChoice) => {
    if (next === choice) return;
    store.setState(next, true);
    client.app
      .writeSettings({ codeStyles: writeChoice(next) })
      .catch((error: unknown) => notifyError('The settings are not kept', error));
  };
  return {
    choice,
    chooseTab: (name: string | null) => change(withTab(choice, name)),
    chooseStyle: (style: CodeStyle) => change(withStyle(choice, style)),
  };
}
