import { useEffect, useRef, useState } from 'react';
import type { ImportPreview, ImportProgress } from '../../../contract/transfer.ts';
import { useClient } from '../../client/client-context.tsx';
import type { ImportOutcome } from './import-words.ts';

/** A file that was read and checked, and can be imported. */
export type CheckedFile = { readonly reference: string; readonly preview: ImportPreview };

export type ImportRun =
  | { readonly step: 'ready' }
  | {
      readonly step: 'running';
      readonly preview: ImportPreview;
      readonly progress: ImportProgress | undefined;
    }
  | {
      readonly step: 'done';
      readonly preview: ImportPreview;
      readonly progress: ImportProgress | undefined;
      readonly outcome: ImportOutcome;
      readonly error?: unknown;
    };

/** One import at a time into one table: start it, watch it, cancel it. */
export function useImportRun(options: {
  connectionId: string;
  tableName: string;
  onImported: () => void;
}) {
  const client = useClient();
  const [run, setRun] = useState<ImportRun>({ step: 'ready' });
  const abort = useRef<AbortController>(undefined);
  // What is no longer shown does not go on unseen.
  useEffect(() => () => abort.current?.abort(), []);

  const start = async ({ reference, preview }: CheckedFile): Promise<void> => {
    const { connectionId, tableName } = options;
    const controller = new AbortController();
    abort.current = controller;
    let progress: ImportProgress | undefined;
    const end = (outcome: ImportOutcome, error?: unknown) => {
      setRun({ step: 'done', preview, progress, outcome, error });
      options.onImported();
    };
    setRun({ step: 'running', preview, progress });
    try {
      const input = { connectionId, tableName, file: reference };
      for await (const next of await client.transfer.startImport(input, {
        signal: controller.signal,
      })) {
        progress = next;
        setRun({ step: 'running', preview, progress });
      }
      end(progress?.complete === true ? 'complete' : 'cancelled');
    } catch (error) {
      if (controller.signal.aborted) end('cancelled');
      else end('failed', error);
    }
  };

  return {
    run,
    start,
    cancel: () => abort.current?.abort(),
    reset: () => setRun({ step: 'ready' }),
  };
}
