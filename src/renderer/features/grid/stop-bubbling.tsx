import type { ReactNode, SyntheticEvent } from 'react';

const stop = (event: SyntheticEvent) => event.stopPropagation();

/**
 * Keeps what happens in a panel from the grid that opened it: React hands events of a portal on to
 * the parents of its component.
 */
export function StopBubbling({ children }: { children: ReactNode }) {
  return (
    <div
      role="presentation"
      onKeyDown={stop}
      onClick={stop}
      onDoubleClick={stop}
      onContextMenu={stop}
      onPointerDown={stop}
      onMouseDown={stop}
      onFocus={stop}
      onCopy={stop}
      onCut={stop}
      onPaste={stop}
    >
      {children}
    </div>
  );
}
