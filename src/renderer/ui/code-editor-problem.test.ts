import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { decorateProblem, describeProblem } from './code-editor-problem.ts';

/** The text that is underlined, and the line that is tinted. */
function shown(text: string, line: number | undefined, column?: number) {
  const state = EditorState.create({ doc: text });
  const found: { underlined: string; tinted: number | undefined } = {
    underlined: '',
    tinted: undefined,
  };
  decorateProblem(state, { message: 'wrong', line, column }).between(
    0,
    state.doc.length,
    (from, to) => {
      if (from === to) found.tinted = state.doc.lineAt(from).number;
      else found.underlined = state.sliceDoc(from, to);
    },
  );
  return found;
}

describe('a problem in a code editor', () => {
  it('underlines from its column to the end of its line', () => {
    expect(shown('{"a": 1,\n  "b" 2}', 2, 7)).toEqual({ underlined: '2}', tinted: 2 });
  });

  it('underlines the last character where the column is past the end', () => {
    expect(shown('{"a": 1', 1, 8)).toEqual({ underlined: '1', tinted: 1 });
    expect(shown('{"a": 1', 9, 80)).toEqual({ underlined: '1', tinted: 1 });
  });

  it('tints an empty line, and nothing where no place is known', () => {
    expect(shown('{\n\n}', 2, 1)).toEqual({ underlined: '', tinted: 2 });
    expect(shown('{}', undefined)).toEqual({ underlined: '', tinted: undefined });
  });

  it('says the place in words', () => {
    expect(describeProblem({ message: 'A comma is missing', line: 3, column: 5 })).toBe(
      'Line 3, column 5: A comma is missing',
    );
    expect(describeProblem({ message: 'A comma is missing', line: 3 })).toBe(
      'Line 3: A comma is missing',
    );
    expect(describeProblem({ message: 'Nothing is typed' })).toBe('Nothing is typed');
  });
});
