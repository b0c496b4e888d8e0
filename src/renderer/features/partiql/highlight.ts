import type { Extension, Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { tokenizePartiql } from '../../../domain/partiql/index.ts';
import type { PartiqlToken } from '../../../domain/partiql/index.ts';

/** The words of DynamoDB's PartiQL, in capitals. */
export const partiqlKeywords: readonly string[] = (
  'SELECT FROM WHERE INSERT INTO VALUE UPDATE SET REMOVE DELETE RETURNING ALL MODIFIED OLD NEW ' +
  'EXISTS AND OR NOT IN BETWEEN IS MISSING NULL TRUE FALSE ORDER BY ASC DESC'
).split(' ');
const keywords = new Set(partiqlKeywords);

/** The functions of DynamoDB's PartiQL. */
export const partiqlFunctions: readonly string[] =
  'attribute_type begins_with contains list_append set_add set_delete size'.split(' ');

const marks = {
  keyword: Decoration.mark({ class: 'cm-partiql-keyword' }),
  text: Decoration.mark({ class: 'cm-partiql-text' }),
  number: Decoration.mark({ class: 'cm-partiql-number' }),
  parameter: Decoration.mark({ class: 'cm-partiql-parameter' }),
  comment: Decoration.mark({ class: 'cm-partiql-comment' }),
};

function markOf({ kind, text }: PartiqlToken): Decoration | undefined {
  if (kind === 'word') return keywords.has(text.toUpperCase()) ? marks.keyword : undefined;
  return kind in marks ? marks[kind as keyof typeof marks] : undefined;
}

/** Longer texts are not coloured: nobody reads them as statements. */
const longest = 200_000;

function decorate(text: string): DecorationSet {
  if (text.length > longest) return Decoration.none;
  const ranges = tokenizePartiql(text).flatMap((token): Range<Decoration>[] => {
    const mark = markOf(token);
    return mark === undefined
      ? []
      : [mark.range(token.position, token.position + token.text.length)];
  });
  return Decoration.set(ranges);
}

/** Colours the words of PartiQL. */
export const partiqlHighlight: Extension = [
  EditorView.decorations.compute(['doc'], (state) => decorate(state.doc.toString())),
  EditorView.theme({
    '.cm-partiql-keyword': { color: 'var(--accent-text)', fontWeight: '600' },
    '.cm-partiql-text': { color: 'var(--type-set)' },
    '.cm-partiql-number': { color: 'var(--type-number)' },
    '.cm-partiql-parameter': { color: 'var(--type-boolean)', fontWeight: '600' },
    '.cm-partiql-comment': { color: 'var(--text-quiet)', fontStyle: 'italic' },
  }),
];
