import { implement } from '@orpc/server';
import { libraryContract } from '../../../contract/library.ts';
import type { Favourite, ListedFavourite, Run, RunOutcome } from '../../../contract/library.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { favouritesIn } from './favourites.ts';
import { historyIn } from './history.ts';
import type { HistoryLimits } from './history.ts';
import { listed } from './search-runs.ts';
import type { RunsPart } from './search-runs.ts';

export type LibraryDependencies = {
  readonly dataFolder: string;
  readonly limits?: HistoryLimits | undefined;
};

export type LibraryService = ReturnType<typeof createLibraryService>;

/** What was run, and what is worth running again. */
export function createLibraryService({ dataFolder, limits }: LibraryDependencies) {
  const history = historyIn(dataFolder, limits);
  const favourites = favouritesIn(dataFolder);
  history.begin();

  return {
    /** LIBRARY_NOT_WRITTEN where the disk refuses; the run itself is not touched by that. */
    record: (run: Omit<Run, 'id'>): Promise<number> =>
      written('The run is not in the history', () => history.record(run)),
    amend: (id: number, outcome: RunOutcome): Promise<void> =>
      written('The history does not tell how the run went on', () => history.amend(id, outcome)),
    list: (search: {
      text: string;
      before?: number | undefined;
      limit: number;
    }): Promise<RunsPart> => history.list(search),

    async readRun(id: number): Promise<Run> {
      return (await history.find(id)) ?? runNotFound();
    },
    async forget(id: number | undefined): Promise<void> {
      const found = await written('The history is as it was', () => history.forget(id));
      if (!found) runNotFound();
    },

    async listFavourites(): Promise<ListedFavourite[]> {
      return (await favourites.list()).map((one) => ({ ...one, ...listed(one.request) }));
    },
    async readFavourite(id: string): Promise<Favourite> {
      return (await favourites.find(id)) ?? favouriteNotFound();
    },
    addFavourite: (favourite: Omit<Favourite, 'id'>): Promise<string> =>
      written('The favourite is not kept', () => favourites.add(favourite)),
    async changeFavourite(id: string, name: string, folder: string): Promise<void> {
      const found = await written('The favourite is as it was', () =>
        favourites.rename(id, name, folder),
      );
      if (!found) favouriteNotFound();
    },
    async removeFavourite(id: string): Promise<void> {
      const found = await written('The favourite is still there', () => favourites.remove(id));
      if (!found) favouriteNotFound();
    },

    async close(): Promise<void> {
      await Promise.all([history.settled(), favourites.settled()]);
    },
  };
}

function runNotFound(): never {
  const message = 'This run is not in the history any more. Look at the history again.';
  throw new SortkeyError('RUN_NOT_FOUND', message);
}

function favouriteNotFound(): never {
  const message = 'There is no such favourite any more. Look at the favourites again.';
  throw new SortkeyError('FAVOURITE_NOT_FOUND', message);
}

async function written<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `${what}: the data folder cannot be written. ${reason}`;
    throw new SortkeyError('LIBRARY_NOT_WRITTEN', message, {}, { cause });
  }
}

/** The handlers of `contract.library`. [API: none] */
export function createLibraryHandlers(service: LibraryService) {
  const os = implement(libraryContract);
  return {
    record: os.record.handler(async ({ input }) => ({ id: await service.record(input) })),
    amend: os.amend.handler(async ({ input }) => {
      await service.amend(input.id, input.outcome);
      return {};
    }),
    list: os.list.handler(({ input }) => service.list(input)),
    readRun: os.readRun.handler(({ input }) => service.readRun(input.id)),
    forget: os.forget.handler(async ({ input }) => {
      await service.forget(input.id);
      return {};
    }),
    listFavourites: os.listFavourites.handler(async () => ({
      favourites: await service.listFavourites(),
    })),
    readFavourite: os.readFavourite.handler(({ input }) => service.readFavourite(input.id)),
    addFavourite: os.addFavourite.handler(async ({ input }) => ({
      id: await service.addFavourite(input),
    })),
    changeFavourite: os.changeFavourite.handler(async ({ input }) => {
      await service.changeFavourite(input.id, input.name, input.folder);
      return {};
    }),
    removeFavourite: os.removeFavourite.handler(async ({ input }) => {
      await service.removeFavourite(input.id);
      return {};
    }),
  };
}
