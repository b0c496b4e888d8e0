import { useEffect } from 'react';

/**
 * The focus goes back to where it was once what took it is closed. Mantine's own return does so
 * only where a dialog is closed and stays; one that is taken away altogether would lose the focus.
 */
export function useFocusReturn(opened = true): void {
  useEffect(() => {
    if (!opened) return undefined;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [opened]);
}
