import {
  defaultKeymap,
  history,
  historyKeymap,
  insertNewlineKeepIndent,
} from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import {
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

export type CodeLanguage = 'json' | 'text';

// Mod-Enter belongs to the form around the editor. Tab is not bound at all: it leaves the editor.
const keys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter' && key !== 'Enter');

const highlightStyle = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--text)' },
  { tag: tags.string, color: 'var(--type-set)' },
  { tag: tags.number, color: 'var(--type-number)' },
  { tag: tags.bool, color: 'var(--type-boolean)' },
  { tag: tags.null, color: 'var(--type-null)', fontStyle: 'italic' },
  { tag: [tags.brace, tags.squareBracket, tags.separator], color: 'var(--text-quiet)' },
]);

// Every colour is a variable, so that one theme serves both schemes.
const theme = EditorView.theme({
  '&': { color: 'var(--text)', fontSize: '12.5px', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '19px' },
  '.cm-content': { padding: '5px 0', caretColor: 'var(--text)' },
  '.cm-placeholder': { color: 'var(--text-quiet)' },
  '.cm-line': { padding: '0 8px' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--surface-selected)',
    outline: '1px solid var(--line-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--bad)' },
});

/** What the page has selected in the editor, which may not have heard of its last change yet. */
function pageSelection(view: EditorView): { from: number; to: number } | undefined {
  const selection = view.dom.ownerDocument.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return undefined;
  if (!view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) {
    return undefined;
  }
  const anchor = view.posAtDOM(anchorNode, selection.anchorOffset);
  const focus = view.posAtDOM(focusNode, selection.focusOffset);
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) };
}

/**
 * Text that replaces a selection, or that comes as a whole. Left to the browser, it comes in spans
 * with a style attribute of the colours that it replaces, which the content security policy
 * refuses, loudly.
 */
const insertWhole = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    if (inputType !== 'insertText' || data === null || view.state.readOnly) return false;
    const range = pageSelection(view);
    if (range === undefined || (range.from === range.to && data.length === 1)) return false;
    const insert = view.state.toText(data);
    view.dispatch({
      changes: { ...range, insert },
      selection: { anchor: range.from + insert.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/** What every editor has: undo, wrapping, colours; nothing that writes what was not typed. */
export function baseExtensions(): Extension {
  return [
    history(),
    highlightSpecialChars(),
    bracketMatching(),
    syntaxHighlighting(highlightStyle),
    theme,
    insertWhole,
    EditorView.lineWrapping,
    keymap.of([{ key: 'Enter', run: insertNewlineKeepIndent }, ...keys, ...historyKeymap]),
  ];
}

/** What depends on the properties of one editor, and may change while it stands. */
export function attributeExtensions(options: {
  label: string;
  language: CodeLanguage;
  readOnly: boolean;
  lineNumbers: boolean;
  placeholder: string;
  /** The id of the words that say what is wrong, where something is. */
  describedBy: string | undefined;
}): Extension {
  const attributes: Record<string, string> = {
    'aria-label': options.label,
    spellcheck: 'false',
    // It has the focus anyway; axe takes what scrolls for out of reach where this is not said.
    tabindex: '0',
  };
  if (options.readOnly) attributes['aria-readonly'] = 'true';
  if (options.describedBy !== undefined) {
    attributes['aria-invalid'] = 'true';
    attributes['aria-describedby'] = options.describedBy;
  }
  return [
    options.language === 'json' ? json() : [],
    options.placeholder === '' ? [] : placeholder(options.placeholder),
    options.lineNumbers ? lineNumbers() : [],
    EditorState.readOnly.of(options.readOnly),
    EditorView.contentAttributes.of(attributes),
  ];
}
