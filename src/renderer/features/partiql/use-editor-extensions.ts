import type { Extension } from '@codemirror/state';
import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { ResultSetProgress } from '../../../contract/query.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import type { CompletionKnown } from '../../../domain/partiql/index.ts';
import { keyNames } from '../../../domain/table-schema.ts';
import { partiqlCompletion } from './completion.ts';
import { partiqlFunctions, partiqlHighlight, partiqlKeywords } from './highlight.ts';

type KnownTables = {
  names: readonly string[];
  tables: readonly TableDescription[];
  /** Attributes that reads have seen. */
  seen: ResultSetProgress['attributes'];
};

/** The colours and completions of the editor; one object, whatever becomes known. */
export function useEditorExtensions({ names, tables, seen }: KnownTables): Extension {
  const [known] = useState(() => createStore<CompletionKnown>(() => nothingKnown));
  useEffect(() => {
    const keys = tables.flatMap((table) => [table, ...table.indexes].flatMap(keyNames));
    known.setState({
      tables: names,
      indexesOf: (tableName) =>
        tables
          .filter((table) => table.tableName === tableName)
          .flatMap(({ indexes }) => indexes.map(({ name }) => name)),
      attributes: [...new Set([...keys, ...seen.map(({ name }) => name)])],
      words,
    });
  }, [known, names, tables, seen]);
  const [extensions] = useState(() => [partiqlHighlight, partiqlCompletion(known.getState)]);
  return extensions;
}

const words = [...partiqlKeywords, ...partiqlFunctions];
const nothingKnown: CompletionKnown = { tables: [], indexesOf: () => [], attributes: [], words };
