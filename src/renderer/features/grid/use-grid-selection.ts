import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { rangesWithin } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';
import { noSelection, selectedRows } from './selection.ts';

type SelectionOptions = {
  rowCount: number;
  /** Other rows, or the same ones in another order: what was selected is so no more. */
  order: string;
  onSelectRows?: ((ranges: readonly RowRange[]) => void) | undefined;
};

/** What is selected; tells of the rows whenever others are. */
export function useGridSelection({ rowCount, order, onSelectRows }: SelectionOptions) {
  const [selection, setSelection] = useState(noSelection);
  const [shownOrder, setShownOrder] = useState(order);
  if (shownOrder !== order) {
    setShownOrder(order);
    setSelection(noSelection);
  }
  const told = useRef(selection);
  const tell = useEffectEvent(() =>
    onSelectRows?.(rangesWithin(selectedRows(selection), rowCount)),
  );
  useEffect(() => {
    if (told.current === selection) return;
    told.current = selection;
    tell();
  }, [selection]);
  return { selection, setSelection };
}
