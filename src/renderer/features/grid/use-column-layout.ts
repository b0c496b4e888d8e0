import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ColumnLayout } from '../../../contract/workspace.ts';
import { useClient } from '../../client/client-context.tsx';
import { notifyError } from '../../ui/notify.ts';
import { emptyLayout } from './column-layout.ts';
import { createLayoutKeeper } from './layout-keeper.ts';

/** The layout of one table's columns, as it was left; what changes it is kept. */
export function useColumnLayout(connectionId: string, tableName: string) {
  const { workspace } = useClient();
  const cache = useQueryClient();
  const queryKey = useMemo(
    () => ['column-layout', connectionId, tableName],
    [connectionId, tableName],
  );
  const { data, error } = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await workspace.readLayout({ connectionId, tableName }, { signal })) ?? emptyLayout,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  useEffect(() => {
    if (error !== null) notifyError('The layout of the columns cannot be read', error);
  }, [error]);

  const keeper = useMemo(
    () =>
      createLayoutKeeper(
        (layout) => workspace.writeLayout({ connectionId, tableName, layout }),
        (problem) => notifyError('The layout of the columns is not kept', problem),
      ),
    [workspace, connectionId, tableName],
  );
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);

  // The cache tells of a change a moment later: what the user does is seen at once.
  const [changed, setChanged] = useState<ColumnLayout>();
  const setLayout = useCallback(
    (layout: ColumnLayout) => {
      setChanged(layout);
      cache.setQueryData(queryKey, layout);
      keeper.keep(layout);
    },
    [cache, queryKey, keeper],
  );
  return { layout: changed ?? data ?? emptyLayout, setLayout };
}
