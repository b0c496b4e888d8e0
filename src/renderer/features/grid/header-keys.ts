/** What a key does at the header of a column. */
export type HeaderAct =
  | 'sort'
  | 'menu'
  | 'leave'
  | 'wider'
  | 'narrower'
  | 'next'
  | 'previous'
  | 'first'
  | 'last';

type Key = {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

const plain = new Map<string, HeaderAct>([
  ['Enter', 'sort'],
  [' ', 'sort'],
  ['ArrowDown', 'leave'],
  ['Escape', 'leave'],
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['ContextMenu', 'menu'],
]);
const withShift = new Map<string, HeaderAct>([
  ['ArrowRight', 'wider'],
  ['ArrowLeft', 'narrower'],
  ['F10', 'menu'],
]);

/** What a key does at the header that has the focus; undefined where it does nothing there. */
export function headerKey({ key, altKey, ctrlKey, metaKey, shiftKey }: Key): HeaderAct | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return key === 'ArrowDown' && !shiftKey ? 'menu' : undefined;
  return (shiftKey ? withShift : plain).get(key);
}
