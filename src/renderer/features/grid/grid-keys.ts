import { isTyping } from './grid-navigation.ts';

/** What a key asks for beside moving the focus. */
export type GridAct =
  | { readonly kind: 'type'; readonly text: string }
  | {
      readonly kind:
        | 'edit'
        | 'open'
        | 'delete'
        | 'escape'
        | 'select-all'
        | 'select-rows'
        | 'select-column'
        | 'fill-down'
        | 'go-to-row'
        | 'inspect'
        | 'menu';
    };

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** The act for a key in the grid, as in a spreadsheet; undefined where it has none. */
export function actOf(event: Key): GridAct | undefined {
  const { key, shiftKey, altKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (altKey) return undefined;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { kind: 'menu' };
  if (key === 'F2') return { kind: 'edit' };
  if (key === 'Enter') return { kind: command ? 'open' : 'edit' };
  if (key === 'Delete' && !command) return { kind: 'delete' };
  if (key === 'Escape') return { kind: 'escape' };
  if (key === ' ') {
    if (shiftKey) return command ? { kind: 'select-all' } : { kind: 'select-rows' };
    return { kind: command ? 'select-column' : 'inspect' };
  }
  if (command && !shiftKey) {
    const kind = { a: 'select-all', d: 'fill-down', g: 'go-to-row' } as const;
    const letter = key.toLowerCase();
    if (letter === 'a' || letter === 'd' || letter === 'g') return { kind: kind[letter] };
  }
  return isTyping(event) ? { kind: 'type', text: key } : undefined;
}
