import type { ReactNode } from 'react';
import type { ColumnWindow, PlacedColumn } from './column-window.ts';

/** The cells of the columns in a window, with room for those that are left out. */
export function drawWindow<Column>(
  window: ColumnWindow<Column>,
  cell: (placed: PlacedColumn<Column>) => ReactNode,
): ReactNode[] {
  return window.map((piece, index) =>
    typeof piece === 'number' ? (
      <div key={`gap ${index}`} style={{ width: piece, flex: 'none' }} />
    ) : (
      cell(piece)
    ),
  );
}
