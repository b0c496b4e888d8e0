import { useEffect, useState } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import { forgetWanted, useWantedDrafts, withKept } from './kept-draft.ts';
import { changeDraft, draftKey, newDraft, offerKey, useDrafts } from './operation-draft.ts';
import type { OperationDraft } from './operation-draft.ts';

/** The draft of a table, kept while the app runs; a key that is given is offered to it, and what comes back from the history takes its place. */
export function useDraft(
  connectionId: string,
  table: TableDescription,
  offered: string | undefined,
): [OperationDraft, (change: Partial<OperationDraft>) => void] {
  const name = draftKey(connectionId, table.tableName);
  const kept = useDrafts((state) => state.drafts.get(name));
  const [begin] = useState(() => newDraft(table));
  const wanted = useWantedDrafts((state) => state.wanted.get(name));
  useEffect(() => {
    if (wanted === undefined) return;
    const draft = useDrafts.getState().drafts.get(name) ?? begin;
    changeDraft(name, begin, withKept(draft, wanted));
    forgetWanted(name);
  }, [name, begin, wanted]);
  useEffect(() => {
    if (offered === undefined) return;
    const draft = useDrafts.getState().drafts.get(name) ?? begin;
    changeDraft(name, begin, offerKey(draft, offered));
  }, [name, begin, offered]);
  return [kept ?? begin, (change) => changeDraft(name, begin, change)];
}
