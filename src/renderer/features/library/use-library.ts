import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { ListedFavourite } from '../../../contract/library.ts';
import { useClient } from '../../client/client-context.tsx';
import { useHistoryNews } from './record-run.ts';

const runsAtOnce = 200;
const favouritesKey = ['favourites'] as const;

/** The runs that hold a text, part by part, the newest first; looked at again when one comes. */
export function useHistory(text: string) {
  const { library } = useClient();
  const news = useHistoryNews((state) => state.count);
  return useInfiniteQuery({
    queryKey: ['history', text, news],
    queryFn: ({ pageParam, signal }) =>
      library.list({ text, limit: runsAtOnce, before: pageParam }, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ runs, complete }) => (complete ? undefined : runs.at(-1)?.id),
    placeholderData: keepPreviousData,
    // Another window may have run something: what is shown is asked for each time it is opened.
    staleTime: 0,
    gcTime: 0,
  });
}

/** All favourites. */
export function useFavourites() {
  const { library } = useClient();
  return useQuery({
    queryKey: favouritesKey,
    queryFn: ({ signal }) => library.listFavourites(undefined, { signal }),
    staleTime: 0,
  });
}

/** A change of the library, after which what is shown of it is asked for again. */
export function useLibraryChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      useHistoryNews.setState(({ count }) => ({ count: count + 1 }));
      return queryClient.invalidateQueries({ queryKey: favouritesKey });
    },
  });
}

/** The folders that favourites are in, in their order. */
export function foldersOf(favourites: readonly ListedFavourite[]): string[] {
  return [...new Set(favourites.map(({ folder }) => folder).filter(Boolean))];
}
