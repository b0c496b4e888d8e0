import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../client/client-context.tsx';
import { referenceFile } from '../../client/file-reference.ts';
import type { CheckedFile } from './use-import-run.ts';

const keys = new WeakMap<File, number>();
let lastKey = 0;

/** A number for a file: the same for the same object, since a file has no identity of its own. */
export function fileKey(file: File | undefined): number {
  if (file === undefined) return 0;
  const known = keys.get(file);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(file, lastKey);
  return lastKey;
}

/** Hands a file to the host, and has it read and checked against the table. Nothing is written. */
export function useCheckedFile(connectionId: string, tableName: string, file: File | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['import-preview', connectionId, tableName, fileKey(file)],
    enabled: file !== undefined,
    retry: false,
    // The file may be mended between two looks at it.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    networkMode: 'always',
    queryFn: async ({ signal }): Promise<CheckedFile> => {
      if (file === undefined) throw new Error('No file was chosen');
      const reference = await referenceFile(file);
      const input = { connectionId, tableName, file: reference };
      return { reference, preview: await client.transfer.previewImport(input, { signal }) };
    },
  });
}
