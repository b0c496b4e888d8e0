import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FileAccess } from '../ports/file-access.ts';

/** The files that the user gave to the app, by references that nobody else can make up. */
export type FileReferences = FileAccess & {
  readonly add: (file: { readonly path: string; readonly name: string }) => string;
};

/** Keeps the files handed over in this run of the app. */
export function createFileReferences(): FileReferences {
  const files = new Map<string, { readonly path: string; readonly name: string }>();
  return {
    add(file) {
      const reference = randomUUID();
      files.set(reference, file);
      return reference;
    },
    async open(reference) {
      const file = files.get(reference);
      if (file === undefined) return undefined;
      const found = await stat(file.path).catch(() => undefined);
      if (found === undefined || !found.isFile()) return undefined;
      return {
        name: file.name,
        sizeBytes: found.size,
        read: (signal) => createReadStream(file.path, { signal }),
      };
    },
  };
}
