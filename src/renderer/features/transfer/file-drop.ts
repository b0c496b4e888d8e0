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

/**
 * Makes an element take dropped files. Dragged text is left alone. `over` is true while files hang
 * over the element or anything in it.
 */
export function useFileDrop(
  onFiles: (files: readonly File[]) => void,
  enabled = true,
): { over: boolean; handlers: Record<`onDrag${'Enter' | 'Over' | 'Leave'}` | 'onDrop', Handler> } {
  const [over, setOver] = useState(false);
  // Every child that is crossed enters and leaves too: only the balance tells.
  const depth = useRef(0);
  usePageKept();

  const take = (event: DragEvent): boolean => {
    if (!holdsFiles(event.dataTransfer)) return false;
    event.stopPropagation();
    if (enabled) event.preventDefault();
    return enabled;
  };
  const cross = (step: 1 | -1) => (event: DragEvent) => {
    if (!take(event)) return;
    depth.current = Math.max(depth.current + step, 0);
    setOver(depth.current > 0);
  };
  return {
    over: over && enabled,
    handlers: {
      onDragEnter: cross(1),
      onDragLeave: cross(-1),
      onDragOver: (event) => {
        if (take(event)) event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event) => {
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (take(event) && files.length > 0) onFiles(files);
      },
    },
  };
}

type Handler = (event: DragEvent) => void;
