import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '../../../contract/connections.ts';
import { isWriteStatement } from '../../../domain/partiql/index.ts';
import { setStatus } from '../../app/status-bar-store.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ConfirmStatement } from './confirm-statement.tsx';
import { ParameterRows } from './parameter-rows.tsx';
import { PartiqlResult } from './partiql-result.tsx';
import classes from './partiql-view.module.css';
import { rowsInWords, spentInWords } from './result-words.ts';
import { StatementCode } from './statement-code.tsx';
import { useEditorExtensions } from './use-editor-extensions.ts';
import { usePartiql } from './use-partiql.ts';

const modes = [
  { value: 'batch', label: 'Batch' },
  { value: 'transaction', label: 'Transaction' },
] as const;

/** PartiQL by hand: statements with their parameters, what they would do, and what they did. */
export function PartiqlView({ connection }: { connection: Connection }) {
  const partiql = usePartiql(connection);
  const { state, planned, notes, asking, change, run, resultSet } = partiql;
  const { statements, parameters, problem, plan } = planned;
  const running = state.ran.state === 'running';
  const { progress, known } = useStore(resultSet.store);
  const { names, tables } = partiql;
  const extensions = useEditorExtensions({ names, tables, seen: known });

  useEffect(() => {
    if (state.ran.state !== 'rows' || progress === undefined) setStatus([]);
    else
      setStatus([
        { text: `${rowsInWords(progress.rowCount)} read`, strong: true },
        { text: spentInWords(progress) },
      ]);
  }, [state.ran.state, progress]);
  useEffect(() => () => setStatus([]), []);

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  };

  return (
    <div className={classes.view}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the fields in it */}
      <form className={classes.form} onKeyDown={onKeyDown} onSubmit={onSubmit}>
        <h1 className="visually-hidden">PartiQL</h1>
        <CodeEditor
          label="PartiQL statements"
          language="text"
          extensions={extensions}
          value={state.script}
          onChange={(script) => change({ script })}
          problem={problem}
          placeholder={'SELECT * FROM "Books" WHERE book_id = ?'}
          minHeight={64}
          maxHeight={220}
          lineNumbers
        />
        <ParameterRows
          count={parameters}
          values={state.values}
          onChange={(values) => change({ values })}
        />
        {notes.map(({ words, asks }) => (
          <div key={words} className={classes.note}>
            <IconAlertTriangle size={15} aria-hidden="true" />
            <span>{words}</span>
            {asks && asking === 'scan' && (
              <span className={classes.noteActs} role="alert">
                <span className="visually-hidden">{words}</span>
                <Button onClick={partiql.cancel}>Do not run</Button>
                <Button onClick={() => void run(['scan'])}>Run anyway</Button>
              </span>
            )}
          </div>
        ))}
        <div className={classes.acts}>
          {statements.length > 1 && (
            <>
              <Segmented
                label="Run as"
                options={modes}
                value={state.mode}
                onChange={(mode) => change({ mode })}
              />
              <span className={classes.quiet}>
                {state.mode === 'batch'
                  ? `${statements.length} statements, each by itself`
                  : `${statements.length} statements, all or none`}
              </span>
            </>
          )}
          <span className={classes.spacer} />
          <StatementCode connection={connection} plan={plan} />
          <Button
            variant="filled"
            disabled={plan === undefined}
            loading={running}
            leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
            title="Ctrl+Enter"
            type="submit"
          >
            Run
          </Button>
        </div>
      </form>
      <PartiqlResult partiql={partiql} />
      <ConfirmStatement
        connectionName={connection.name}
        count={statements.filter(isWriteStatement).length}
        opened={asking === 'write'}
        onClose={partiql.cancel}
        onConfirm={() => void run(['scan', 'write'])}
      />
    </div>
  );
}
