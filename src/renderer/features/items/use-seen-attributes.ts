import { useMemo } from 'react';
import { mergeSeen } from '../grid/columns.ts';
import type { SeenAttribute } from '../grid/columns.ts';
import type { ResultState } from '../query/result-state.ts';

/**
 * Attributes that were read, those that came with what was written since, and those of staged
 * items. The same list as long as no name is new, however much is edited.
 */
export function useSeenAttributes(
  { progress, overlay }: ResultState,
  stagedNames: readonly string[],
): readonly SeenAttribute[] {
  const attributes = progress?.attributes;
  const read = useMemo(
    () => mergeSeen(attributes ?? [], [...overlay.replaced.values(), ...overlay.added.values()]),
    [attributes, overlay],
  );
  return useMemo(() => {
    const known = new Set(read.map(({ name }) => name));
    const staged = stagedNames.filter((name) => !known.has(name));
    return staged.length === 0 ? read : [...read, ...staged.map((name) => ({ name, types: [] }))];
  }, [read, stagedNames]);
}
