const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const appleSigns: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const words: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };

/** A shortcut such as `mod+shift+L`, as the keyboard at hand writes it. */
export function shortcutText(keys: string, onApple = apple): string {
  const parts = keys.split('+').filter((part) => part !== '');
  const texts = parts.map((part) => (onApple ? appleSigns : words)[part] ?? part.toUpperCase());
  return texts.join(onApple ? '' : '+');
}
