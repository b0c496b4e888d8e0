import type { Connection } from '../../../contract/connections.ts';
import { printJson } from '../../../domain/code/layout.ts';
import type { WireRequest } from '../../../domain/requests/index.ts';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import type { Operation } from './operation-draft.ts';
import classes from './operations-panel.module.css';

type RequestPreviewProps = {
  readonly connection: Connection;
  readonly operation: Operation;
  readonly request: WireRequest | undefined;
};

/** Exactly what will be sent, and the same as code. */
export function RequestPreview({ connection, operation, request }: RequestPreviewProps) {
  return (
    <div className={classes.preview}>
      <CodePanel operation={operation} request={request} {...codePlace(connection)} />
      <div className={classes.label}>
        <span>What is sent: {operation}</span>
      </div>
      <pre className={classes.request}>
        {request ? printJson(request, 56) : 'The form does not make a request yet.'}
      </pre>
    </div>
  );
}
