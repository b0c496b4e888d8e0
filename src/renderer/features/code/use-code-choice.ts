import { create } from 'zustand';
import { useEffect } from 'react';
import type { CodeStyle } from '../../../domain/code/code-request.ts';
import { useClient } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { notifyError } from '../../ui/notify.ts';
import { firstChoice, readChoice, withStyle, withTab, writeChoice } from './code-choice.ts';
import type { CodeChoice } from './code-choice.ts';

type KeptChoice = { readonly choice: CodeChoice; readonly asked: boolean };

/** One for all panels: who reads Python reads it everywhere. */
const useKeptChoice = create<KeptChoice>(() => ({ choice: firstChoice, asked: false }));

async function restore(app: Pick<SortkeyClient['app'], 'readSettings'>): Promise<void> {
  const { codeStyles = [] } = await app.readSettings();
  // What was chosen meanwhile stands.
  if (useKeptChoice.getState().choice !== firstChoice) return;
  useKeptChoice.setState({ choice: readChoice(codeStyles) });
}

/** The tab and the styles that code is read in, kept in the settings. */
export function useCodeChoice() {
  const client = useClient();
  const { choice, asked } = useKeptChoice();
  useEffect(() => {
    if (asked) return;
    useKeptChoice.setState({ asked: true });
    restore(client.app).catch((error: unknown) =>
      notifyError('The settings could not be read', error),
    );
  }, [asked, client]);
  const change = (next: CodeChoice) => {
    if (next === choice) return;
    useKeptChoice.setState({ choice: next });
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
