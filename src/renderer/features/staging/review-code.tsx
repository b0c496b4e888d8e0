import { useMemo } from 'react';
import { buildTransaction } from '../../../domain/transaction.ts';
import { CodePanel } from '../code/code-panel.tsx';
import { codePlace } from '../code/code-place.ts';
import { planChange } from './commit.ts';
import { whyNotTogether } from './commit-together.ts';
import type { ItemAccess } from './item-access.ts';
import type { StagedChange } from './staged-change.ts';
import type { CommitMode } from './use-commit.ts';

type ReviewCodeProps = {
  access: ItemAccess;
  staged: readonly StagedChange[];
  mode: CommitMode;
};

/** What a commit sends, as code. */
export function ReviewCode({ access, staged, mode }: ReviewCodeProps) {
  const { connection } = access;
  const writes = useMemo(
    () =>
      staged.flatMap((change) => {
        const planned = planChange(access, change);
        return planned.kind === 'request' ? [planned.change] : [];
      }),
    [access, staged],
  );
  const isTogether = mode === 'together' && whyNotTogether(access, staged) === undefined;
  const commit = useMemo(() => {
    if (writes.length === 0) return undefined;
    return isTogether ? buildTransaction(access.schema, writes) : { writes };
  }, [access, writes, isTogether]);
  if (connection === undefined) return undefined;
  const place = codePlace(connection);
  return commit !== undefined && 'TransactItems' in commit ? (
    <CodePanel operation="TransactWriteItems" request={commit} {...place} />
  ) : (
    <CodePanel operation="Commit" request={commit} {...place} />
  );
}
