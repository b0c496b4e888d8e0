import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

/** What is wrong with the text, and where; line and column are counted from 1. */
export type CodeProblem = {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
};

const setProblem = StateEffect.define<CodeProblem | undefined>();

const problemLine = Decoration.line({ class: 'cm-problem-line' });
const problemMark = Decoration.mark({ class: 'cm-problem' });

/** The line of the problem tinted, and underlined from its column on. */
export function decorateProblem(
  state: EditorState,
  problem: CodeProblem | undefined,
): DecorationSet {
  if (problem?.line === undefined) return Decoration.none;
  const line = state.doc.line(Math.min(Math.max(problem.line, 1), state.doc.lines));
  const ranges: Range<Decoration>[] = [problemLine.range(line.from)];
  const start = Math.min(line.from + Math.max((problem.column ?? 1) - 1, 0), line.to);
  // A problem at the end of a line has nothing after it to underline: take what stands before.
  const from = start < line.to ? start : Math.max(line.from, line.to - 1);
  if (from < line.to) ranges.push(problemMark.range(from, line.to));
  return Decoration.set(ranges);
}

type Shown = { problem: CodeProblem | undefined; decorations: DecorationSet };

const problemField = StateField.define<Shown>({
  create: () => ({ problem: undefined, decorations: Decoration.none }),
  update(shown, transaction) {
    const effect = transaction.effects.find((candidate) => candidate.is(setProblem));
    if (!effect && !transaction.docChanged) return shown;
    const problem = effect ? effect.value : shown.problem;
    return { problem, decorations: decorateProblem(transaction.state, problem) };
  },
  provide: (field) => EditorView.decorations.from(field, (shown) => shown.decorations),
});

const problemTheme = EditorView.theme({
  '.cm-problem-line': { backgroundColor: 'var(--staged-deleted)' },
  '.cm-problem': {
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '3px',
  },
});

export const problemExtension = [problemField, problemTheme];

/** Shows a problem in the text, or clears it. */
export function showProblem(view: EditorView, problem: CodeProblem | undefined): void {
  view.dispatch({ effects: setProblem.of(problem) });
}

/** The problem in one sentence, with its place. */
export function describeProblem(problem: CodeProblem): string {
  if (problem.line === undefined) return problem.message;
  const column = problem.column === undefined ? '' : `, column ${problem.column}`;
  return `Line ${problem.line}${column}: ${problem.message}`;
}
