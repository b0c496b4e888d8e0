import { useEffect, useEffectEvent } from 'react';

type StagingKeys = {
  readonly onTurn: (way: 'undo' | 'redo') => void;
  /** Undefined where nothing is staged. */
  readonly onReview: (() => void) | undefined;
};

/** Fields with a text and an undo of their own, and what is open over the view. */
const elsewhere =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"], [aria-modal="true"], [role="dialog"], [role="menu"]';

/** What a key means for what is staged; undefined where it means nothing. */
export function stagingKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): 'undo' | 'redo' | 'review' | undefined {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (event.shiftKey) return undefined;
  if (key === 'y') return 'redo';
  return key === 's' ? 'review' : undefined;
}

/**
 * Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y for what is staged, and Ctrl+S for its review, wherever the focus
 * is on the page but in a text field or a dialog.
 */
export function useStagingKeys({ onTurn, onReview }: StagingKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const meaning = stagingKeyOf(event);
    if (meaning === undefined || event.defaultPrevented) return;
    // A button that is disabled while it works gives its focus up, to the page beneath its dialog.
    if (document.querySelector('[aria-modal="true"]') !== null) return;
    if (event.target instanceof Element && event.target.closest(elsewhere) !== null) return;
    event.preventDefault();
    if (meaning === 'review') onReview?.();
    else onTurn(meaning);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
