import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';

const holdsFiles = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('Files') ?? false;

/** Keeps a file that is dropped beside every target from being opened instead of the app. */
function usePageKept(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

type Handler = (event: DragEvent) => void;

/** Tells the browser that an event is ours; only files, and only from inside of the element. */
function take(event: DragEvent): boolean {
  const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
  if (!isInside || !holdsFiles(event.dataTransfer)) return false;
  event.preventDefault();
  return true;
}

/**
 * Makes an element take dropped files. Dragged text is left alone, and so is what happens in
 * dialogs, which are outside of the element on the page. `over` is true while files hang over the
 * element or anything in it.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): {
  over: boolean;
  handlers: Record<`onDrag${'Enter' | 'Over' | 'Leave'}` | 'onDrop', Handler>;
} {
  const [over, setOver] = useState(false);
  // Every child that is crossed enters and leaves too: only the balance tells.
  const depth = useRef(0);
  usePageKept();

  const cross = (step: 1 | -1) => (event: DragEvent) => {
    if (!take(event)) return;
    depth.current = Math.max(depth.current + step, 0);
    setOver(depth.current > 0);
  };
  return {
    over,
    handlers: {
      onDragEnter: cross(1),
      onDragLeave: cross(-1),
      onDragOver: (event) => {
        if (take(event)) event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event) => {
        if (!take(event)) return;
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      },
    },
  };
}
