import { useEffect, useState } from 'react';
import type { TableDescription } from '../../../contract/tables.ts';
import type { AttributeMap } from '../../../domain/attribute-value.ts';
import { changeDraft, draftKey, keyText, newDraft, useDrafts } from './operation-draft.ts';
import type { OperationDraft } from './operation-draft.ts';

/** The draft of a table, kept while the app runs; a key that is given replaces the typed one. */
export function useDraft(
  connectionId: string,
  table: TableDescription,
  key: AttributeMap | undefined,
): [OperationDraft, (change: Partial<OperationDraft>) => void] {
  const name = draftKey(connectionId, table.tableName);
  const kept = useDrafts((state) => state.drafts.get(name));
  const [begin] = useState(() => newDraft(table));
  const text = key && keyText(key);
  useEffect(() => {
    if (text !== undefined) changeDraft(name, begin, { key: { text } });
  }, [name, begin, text]);
  return [kept ?? begin, (change) => changeDraft(name, begin, change)];
}
