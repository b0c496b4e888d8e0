import { implement } from '@orpc/server';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { TableDescription } from '../../../contract/tables.ts';
import { transferContract } from '../../../contract/transfer.ts';
import type { ImportPreview, ImportProgress } from '../../../contract/transfer.ts';
import type { FileAccess, UserFile } from '../../ports/file-access.ts';
import type { SendOverConnection } from '../dynamodb/wire-types.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';

export type TransferDeps = {
  readonly files: FileAccess;
  readonly describeTable: (
    input: { readonly connectionId: string; readonly tableName: string },
    signal?: AbortSignal,
  ) => Promise<TableDescription>;
  readonly send: SendOverConnection;
};

/** What an import is about: a file, and the table that it goes into. */
export type ImportInput = {
  readonly connectionId: string;
  readonly tableName: string;
  readonly file: string;
};

export type TransferService = {
  previewImport(input: ImportInput, signal?: AbortSignal): Promise<ImportPreview>;
  startImport(input: ImportInput, signal?: AbortSignal): AsyncGenerator<ImportProgress>;
};

/** Moves data between files and tables. Errors: those of `transferErrorCodes`, and of `send`. */
export function createTransferService(deps: TransferDeps): TransferService {
  const { files, describeTable, send } = deps;
  return {
    async previewImport(input, signal) {
      const file = await openFile(files, input.file);
      return previewImport(file, await describeTable(input, signal), signal);
    },
    async *startImport(input, signal) {
      // Closing the generator stops what is on its way, as the caller's signal does.
      const closed = new AbortController();
      const stop = AbortSignal.any([closed.signal, ...(signal ? [signal] : [])]);
      try {
        const file = await openFile(files, input.file);
        const table = await describeTable(input, stop);
        yield* runImport({
          file,
          table,
          signal: stop,
          writeBatch: (request) =>
            send(input.connectionId, 'BatchWriteItem', request, { signal: stop }),
        });
      } catch (cause) {
        if (!stop.aborted || cause instanceof SortkeyError) throw cause;
        const message = `The import into ${input.tableName} was cancelled.`;
        throw new SortkeyError('CANCELLED', message, {}, { cause });
      } finally {
        closed.abort();
      }
    },
  };
}

async function openFile(files: FileAccess, reference: string): Promise<UserFile> {
  const file = await files.open(reference);
  if (file !== undefined) return file;
  throw new SortkeyError(
    'FILE_NOT_FOUND',
    'The file is not there any more. Choose it or drop it again.',
  );
}

/** The handlers of `contract.transfer`. */
export function createTransferHandlers(service: TransferService) {
  const os = implement(transferContract);
  return {
    previewImport: os.previewImport.handler(({ input, signal }) =>
      service.previewImport(input, signal),
    ),
    startImport: os.startImport.handler(async function* ({ input, signal }) {
      yield* service.startImport(input, signal);
    }),
  };
}
