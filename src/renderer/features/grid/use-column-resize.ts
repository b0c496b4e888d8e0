import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { boundedWidth } from './column-layout.ts';

/** A column whose edge is dragged, with its width at present. */
export type ColumnResize = { readonly name: string; readonly width: number };

/** Drags the edge of a column; Escape gives it the width that it had. */
export function useColumnResize(onResized: (name: string, width: number) => void) {
  const [resizing, setResizing] = useState<ColumnResize>();
  const running = useRef<AbortController>(undefined);
  const latest = useRef(onResized);
  useEffect(() => {
    latest.current = onResized;
  }, [onResized]);
  useEffect(() => () => running.current?.abort(), []);

  const onResizeStart = useCallback(
    (event: ReactPointerEvent, { name, width: before }: ColumnResize) => {
      if (event.button !== 0) return;
      const start = event.clientX;
      let width = before;
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const end = () => {
        controller.abort();
        setResizing(undefined);
      };
      const onPointerMove = (move: PointerEvent) => {
        width = boundedWidth(before + move.clientX - start);
        setResizing({ name, width });
      };
      const onPointerUp = () => {
        end();
        if (width !== before) latest.current(name, width);
      };
      const onKeyDown = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        end();
      };
      window.addEventListener('pointermove', onPointerMove, { signal });
      window.addEventListener('pointerup', onPointerUp, { signal });
      window.addEventListener('pointercancel', end, { signal });
      window.addEventListener('keydown', onKeyDown, { signal, capture: true });
    },
    [],
  );
  return { resizing, onResizeStart };
}
