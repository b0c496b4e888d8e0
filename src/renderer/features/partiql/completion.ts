import { Prec, StateEffect, StateField } from '@codemirror/state';
import type { Extension, Transaction } from '@codemirror/state';
import { EditorView, keymap, showTooltip } from '@codemirror/view';
import { completePartiql } from '../../../domain/partiql/index.ts';
import type { CompletionKnown, PartiqlCompletion } from '../../../domain/partiql/index.ts';

type Shown = PartiqlCompletion & { readonly selected: number };

const setShown = StateEffect.define<Shown | undefined>();
const optionId = (place: number) => `partiql-option-${place}`;

/** One character that was typed; what comes as a whole is complete as it is. */
function isTyped(transaction: Transaction): boolean {
  let inserted = 0;
  transaction.changes.iterChanges((_from, _to, _start, _end, text) => (inserted += text.length));
  return inserted <= 1 && transaction.isUserEvent('input.type');
}

/** Offers names and words while one types: arrows choose, Enter takes, Escape closes. */
export function partiqlCompletion(known: () => CompletionKnown): Extension {
  const offer = (text: string, position: number): Shown | undefined => {
    const found = completePartiql(text, position, known());
    return found && { ...found, selected: 0 };
  };
  const field = StateField.define<Shown | undefined>({
    create: () => undefined,
    update(shown, transaction) {
      for (const effect of transaction.effects) if (effect.is(setShown)) return effect.value;
      const { state } = transaction;
      if (transaction.docChanged) {
        const wanted = isTyped(transaction) || (shown && transaction.isUserEvent('delete'));
        return wanted ? offer(state.doc.toString(), state.selection.main.head) : undefined;
      }
      return transaction.selection ? undefined : shown;
    },
    provide: (own) => [
      showTooltip.from(own, (shown) =>
        shown === undefined
          ? null
          : { pos: shown.from, create: (view) => ({ dom: listOf(view, shown, take) }) },
      ),
      EditorView.contentAttributes.from(own, (shown): Record<string, string> =>
        shown === undefined
          ? {}
          : {
              'aria-autocomplete': 'list',
              'aria-controls': 'partiql-options',
              'aria-activedescendant': optionId(shown.selected),
            },
      ),
    ],
  });

  const take = (view: EditorView, place?: number): boolean => {
    const shown = view.state.field(field);
    const option = shown?.options[place ?? shown.selected];
    if (shown === undefined || option === undefined) return false;
    const to = view.state.selection.main.head;
    view.dispatch({
      changes: { from: shown.from, to, insert: option.insert },
      selection: { anchor: shown.from + option.insert.length },
      effects: setShown.of(undefined),
      userEvent: 'input.complete',
    });
    view.focus();
    return true;
  };
  const move = (step: number) => (view: EditorView) => {
    const shown = view.state.field(field);
    if (shown === undefined) return false;
    const { length } = shown.options;
    const selected = (shown.selected + step + length) % length;
    view.dispatch({ effects: setShown.of({ ...shown, selected }) });
    return true;
  };
  const close = (view: EditorView) => {
    if (view.state.field(field) === undefined) return false;
    view.dispatch({ effects: setShown.of(undefined) });
    return true;
  };
  const open = (view: EditorView) => {
    const { doc, selection } = view.state;
    view.dispatch({ effects: setShown.of(offer(doc.toString(), selection.main.head)) });
    return true;
  };
  const keys = [
    { key: 'ArrowDown', run: move(1) },
    { key: 'ArrowUp', run: move(-1) },
    { key: 'Enter', run: (view: EditorView) => take(view) },
    { key: 'Escape', run: close, stopPropagation: true },
    { key: 'Ctrl-Space', run: open },
  ];
  return [
    field,
    Prec.highest(keymap.of(keys)),
    EditorView.domEventHandlers({ blur: (_event, view) => void close(view) }),
    theme,
  ];
}

function listOf(
  view: EditorView,
  shown: Shown,
  take: (view: EditorView, place: number) => boolean,
): HTMLElement {
  const list = document.createElement('ul');
  list.id = 'partiql-options';
  list.className = 'cm-partiql-options';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Completions');
  shown.options.forEach(({ label, kind }, place) => {
    const option = list.appendChild(document.createElement('li'));
    option.id = optionId(place);
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(place === shown.selected));
    option.append(label);
    const what = option.appendChild(document.createElement('span'));
    what.textContent = kind;
    // The editor keeps the focus.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      take(view, place);
    });
  });
  queueMicrotask(() => list.children[shown.selected]?.scrollIntoView({ block: 'nearest' }));
  return list;
}

const theme = EditorView.theme({
  '.cm-tooltip:has(.cm-partiql-options), .cm-tooltip.cm-partiql-options': {
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface)',
    boxShadow: '0 4px 14px var(--shadow-colour)',
    color: 'var(--text)',
  },
  '.cm-partiql-options': {
    listStyle: 'none',
    margin: '0',
    padding: '4px',
    maxHeight: '220px',
    minWidth: '180px',
    overflowY: 'auto',
    fontSize: '12.5px',
  },
  '.cm-partiql-options > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '18px',
    padding: '3px 8px',
    borderRadius: '4px',
    cursor: 'default',
  },
  '.cm-partiql-options > li[aria-selected="true"]': { backgroundColor: 'var(--surface-selected)' },
  '.cm-partiql-options > li > span': { color: 'var(--text-quiet)', fontSize: '11.5px' },
});
