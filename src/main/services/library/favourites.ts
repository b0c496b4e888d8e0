import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { favouriteSchema } from '../../../contract/library.ts';
import type { Favourite } from '../../../contract/library.ts';
import { readUsersFile, writeJsonFile } from '../files/json-file.ts';

const fileSchema = z.object({ favourites: z.array(favouriteSchema) });

export type Favourites = ReturnType<typeof favouritesIn>;

/** The favourites, in one file of the data folder. Rejects with the error of the disk. */
export function favouritesIn(dataFolder: string) {
  const path = join(dataFolder, 'favourites.json');
  let favourites: readonly Favourite[] = [];
  let loading: Promise<void> | undefined;
  let lastAct: Promise<unknown> = Promise.resolve();

  async function read(): Promise<void> {
    favourites = (await readUsersFile(path, fileSchema))?.favourites ?? [];
  }

  function load(): Promise<void> {
    loading ??= read().catch((cause: unknown) => {
      loading = undefined;
      throw cause;
    });
    return loading;
  }

  /** Writes what the change makes of them; nothing where it answers the same. */
  function change(make: (before: readonly Favourite[]) => readonly Favourite[]): Promise<boolean> {
    const act = async () => {
      await load();
      const next = make(favourites);
      if (next === favourites) return false;
      await writeJsonFile(path, { favourites: next });
      favourites = next;
      return true;
    };
    const result = lastAct.then(act, act);
    lastAct = result.catch(() => {});
    return result;
  }

  /** Changes one; tells whether it was there. */
  const changeOne = (id: string, make: (one: Favourite) => readonly Favourite[]) =>
    change((before) =>
      before.some((one) => one.id === id)
        ? before.flatMap((one) => (one.id === id ? make(one) : [one]))
        : before,
    );

  return {
    /** In the order of their folders and names; those of no folder first. */
    async list(): Promise<Favourite[]> {
      await load();
      return favourites.toSorted(
        (a, b) => a.folder.localeCompare(b.folder) || a.name.localeCompare(b.name),
      );
    },
    async find(id: string): Promise<Favourite | undefined> {
      await load();
      return favourites.find((one) => one.id === id);
    },
    async add(favourite: Omit<Favourite, 'id'>): Promise<string> {
      const id = randomUUID();
      await change((before) => [...before, { ...favourite, id }]);
      return id;
    },
    rename: (id: string, name: string, folder: string) =>
      changeOne(id, (one) => [{ ...one, name, folder }]),
    remove: (id: string) => changeOne(id, () => []),
    /** Resolves when what was begun has ended. */
    settled: (): Promise<unknown> => lastAct,
  };
}
