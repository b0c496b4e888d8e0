import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type * as z from 'zod';

/**
 * Reads a small file of the app's own. Answers undefined where there is none, and where it is not
 * what it should be: it was written by hand or by another version, and is written anew.
 */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  setAside: (path: string) => Promise<void> = async () => {},
): Promise<z.output<Schema> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    await setAside(path);
    return undefined;
  }
}

/**
 * Reads a file of what the user set. One that cannot be read is kept beside it as
 * `NAME.unreadable`, so that writing it anew loses nothing.
 */
export function readUsersFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  return readJsonFile(path, schema, (unreadable) => rename(unreadable, `${unreadable}.unreadable`));
}

/** Writes a small file in one step: a reader, or a crash, sees the old text or the new. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}`;
  try {
    await writeFile(temporary, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}
