import { useMantineStyleNonce } from '@mantine/core';
import { Annotation, Compartment, Transaction } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { CSSProperties } from 'react';
import { attributeExtensions, baseExtensions } from './code-editor-extensions.ts';
import type { CodeLanguage } from './code-editor-extensions.ts';
import { describeProblem, problemExtension, showProblem } from './code-editor-problem.ts';
import type { CodeProblem } from './code-editor-problem.ts';
import classes from './code-editor.module.css';

export type CodeEditorProps = {
  /** The accessible name of the text field. */
  label: string;
  value: string;
  onChange?: ((value: string) => void) | undefined;
  language: CodeLanguage;
  readOnly?: boolean | undefined;
  minHeight?: number | undefined;
  maxHeight?: number | undefined;
  lineNumbers?: boolean | undefined;
  /** What a language of its own needs, such as colours; the same object each time. */
  extensions?: Extension | undefined;
  /** Shown while there is no text. */
  placeholder?: string | undefined;
  /** Underlined at its line, and said in words beneath the text. */
  problem?: CodeProblem | undefined;
};

const fromOutside = Annotation.define<boolean>();
const attributes = new Compartment();
const added = new Compartment();

/** A text field for JSON, expressions and code. It never writes what was not typed. */
export function CodeEditor(props: CodeEditorProps) {
  const {
    label,
    value,
    language,
    problem,
    readOnly = false,
    lineNumbers = false,
    placeholder = '',
  } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const problemId = useId();
  const changed = useEffectEvent((text: string) => props.onChange?.(text));

  const nonce = useMantineStyleNonce();
  const styleNonce = useEffectEvent(() => nonce?.() ?? '');

  useEffect(() => {
    const onUpdate = EditorView.updateListener.of((update) => {
      const ours = update.transactions.some((one) => one.annotation(fromOutside) === true);
      if (update.docChanged && !ours) changed(update.state.doc.toString());
    });
    const extensions = [
      // The content security policy wants it of every style element that is made at run time.
      EditorView.cspNonce.of(styleNonce()),
      baseExtensions(),
      problemExtension,
      attributes.of([]),
      added.of([]),
      onUpdate,
    ];
    const view = new EditorView({ extensions });
    host.current?.append(view.dom);
    editor.current = view;
    return () => view.destroy();
  }, []);

  const heights = {
    '--editor-min-height': `${props.minHeight ?? 76}px`,
    '--editor-max-height': `${props.maxHeight ?? 320}px`,
  };
  const describedBy = problem === undefined ? undefined : problemId;
  useEffect(() => {
    const options = { label, language, readOnly, lineNumbers, placeholder, describedBy };
    editor.current?.dispatch({ effects: attributes.reconfigure(attributeExtensions(options)) });
  }, [label, language, readOnly, lineNumbers, placeholder, describedBy]);

  const { extensions } = props;
  useEffect(() => {
    editor.current?.dispatch({ effects: added.reconfigure(extensions ?? []) });
  }, [extensions]);

  useEffect(() => {
    const view = editor.current;
    // The editor keeps \n only: compared as it keeps it, else every render would replace the text.
    const text = value.replaceAll(/\r\n?/g, '\n');
    if (view === undefined || view.state.doc.toString() === text) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    });
  }, [value]);

  useEffect(() => {
    if (editor.current) showProblem(editor.current, problem);
  }, [problem]);

  return (
    <div className={classes.field}>
      <div
        ref={host}
        className={classes.editor}
        data-invalid={problem !== undefined || undefined}
        data-read-only={readOnly || undefined}
        style={heights as CSSProperties}
      />
      {problem && (
        <p id={problemId} className={classes.problem}>
          {describeProblem(problem)}
        </p>
      )}
    </div>
  );
}
