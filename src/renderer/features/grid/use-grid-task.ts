import { useRef, useState } from 'react';
import { notifyError } from '../../ui/notify.ts';
import type { PlacedRow } from './block-edit.ts';
import type { GridSource } from './grid-source.ts';
import { fetchRanges, rowsHere } from './row-fetch.ts';
import { countRows } from './row-ranges.ts';
import type { RowRange } from './row-ranges.ts';

/** Rows that are being fetched for an act, and the way to give it up. */
export type GridTask = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
};

/** Acts on rows of which some may have to be fetched first; one act at a time. */
export function useGridTask(source: GridSource) {
  const [task, setTask] = useState<GridTask>();
  const running = useRef<AbortController>(undefined);

  /** Acts at once where all rows are here, else when they are; `label` says for what. */
  const withRows = (
    ranges: readonly RowRange[],
    label: string,
    act: (rows: readonly PlacedRow[]) => void | Promise<void>,
  ) => {
    running.current?.abort();
    const here = rowsHere(source, ranges);
    const controller = new AbortController();
    running.current = controller;
    const fetchThem = async (): Promise<readonly PlacedRow[]> => {
      const total = countRows(ranges);
      const show = (done: number) =>
        setTask({ label, done, total, cancel: () => controller.abort() });
      show(0);
      try {
        return await fetchRanges(source, ranges, controller.signal, show);
      } finally {
        if (running.current === controller) setTask(undefined);
      }
    };
    const run = async () => {
      try {
        await act(here ?? (await fetchThem()));
      } catch (error) {
        if (!controller.signal.aborted) notifyError(`${label} failed`, error);
      }
    };
    void run();
  };
  return { task, withRows };
}

export type WithRows = ReturnType<typeof useGridTask>['withRows'];
