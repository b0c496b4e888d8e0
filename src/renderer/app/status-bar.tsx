import type { Connection } from '../../contract/connections.ts';
import { SandboxState } from '../features/sandbox/sandbox-state.tsx';
import { StatusDot } from '../ui/status-dot.tsx';
import { useStatusBar } from './status-bar-store.ts';
import classes from './status-bar.module.css';

/** The line at the bottom: what the view reports, and where it all goes. */
export function StatusBar({ connection }: { connection: Connection | undefined }) {
  const parts = useStatusBar((state) => state.parts);
  return (
    <footer className={classes.bar}>
      <div className={classes.parts}>
        {parts.map(({ text, strong }) => (
          <span key={text} className={strong === true ? classes.strong : undefined}>
            {text}
          </span>
        ))}
      </div>
      {connection !== undefined && (
        <div className={classes.place}>
          {connection.kind === 'sandbox' && <SandboxState />}
          <span className={classes.connection}>
            <StatusDot colour={connection.colour} />
            {connection.name}
          </span>
          <span>{connection.region}</span>
        </div>
      )}
    </footer>
  );
}
