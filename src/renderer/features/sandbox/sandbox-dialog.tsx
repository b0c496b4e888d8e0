import type { SandboxStatus } from '../../../contract/sandbox.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { StatusDot } from '../../ui/status-dot.tsx';
import { shellExports } from './shell-exports.ts';
import { useSandboxStatus } from './use-sandbox.ts';
import classes from './sandbox.module.css';

/** The sandbox: which engine runs, where a script finds it, and what it does not offer. */
export function SandboxDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { data, error } = useSandboxStatus();
  return (
    <Dialog title="Sandbox" opened={opened} onClose={onClose} size={560}>
      {error !== null && <ErrorNotice error={error} />}
      {data !== undefined && <SandboxFacts status={data} />}
    </Dialog>
  );
}

const stateWords: Readonly<Record<SandboxStatus['state'], string>> = {
  starting: 'Starting',
  running: 'Running',
  restarting: 'Starting again',
  stopped: 'Stopped',
  failed: 'Failed',
};

function SandboxFacts({ status }: { status: SandboxStatus }) {
  const { state, engine, version, endpoint, environment, restarts, lacks, problem } = status;
  const running = state === 'running';
  return (
    <div className={classes.body}>
      <p className={classes.words}>
        A DynamoDB of your own on this computer, for trying things out and for tests. Your scripts
        can use the same tables.
      </p>
      <div className={classes.line}>
        <StatusDot
          colour={running ? 'green' : state === 'failed' ? 'red' : 'yellow'}
          pulse={state === 'starting' || state === 'restarting'}
        />
        <strong>{stateWords[state]}</strong>
        <span className={classes.quiet}>
          {engine} {version}
          {restarts > 0 && ` · started again ${restarts === 1 ? 'once' : `${restarts} times`}`}
        </span>
      </div>
      {problem !== undefined && <ErrorNotice error={new Error(problem)} />}
      {endpoint !== undefined && (
        <section>
          <h3 className={classes.heading}>Endpoint</h3>
          <div className={classes.code}>
            <span>{endpoint}</span>
            <CopyButton value={endpoint} label="Copy endpoint" />
          </div>
        </section>
      )}
      {environment.length > 0 && (
        <section>
          <h3 className={classes.heading}>Environment variables for a script</h3>
          <div>
            {environment.map(({ name, value }) => (
              <div className={classes.code} key={name}>
                <span>
                  {name}={value}
                </span>
                <CopyButton value={`${name}=${value}`} label={`Copy ${name}`} />
              </div>
            ))}
          </div>
          <div style={{ marginTop: 8 }}>
            <CopyButton
              withText
              value={shellExports(environment)}
              label="Copy all as shell exports"
            />
          </div>
        </section>
      )}
      {lacks.length > 0 && (
        <section>
          <h3 className={classes.heading}>What this engine does not offer</h3>
          <ul className={classes.list}>
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
