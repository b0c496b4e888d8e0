import { Button, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { describeKey, keyOf } from '../../../domain/keys.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ItemComparison } from '../values/item-comparison.tsx';
import { planChange } from './commit.ts';
import { ConflictView } from './conflict-view.tsx';
import type { ItemAccess, WriteOutcome } from './item-access.ts';
import classes from './review-dialog.module.css';
import type { StagedChange } from './staged-change.ts';

type ChangeReviewProps = {
  access: ItemAccess;
  change: StagedChange;
  outcome: WriteOutcome | undefined;
  busy: boolean;
  onDiscard: () => void;
  onOverwrite: (theirs: Item | undefined) => void;
  onTakeTheirs: (theirs: Item | undefined) => void;
};

/** One staged change: what differs, what will be sent, and how it ended where it was sent. */
export function ChangeReview(props: ChangeReviewProps) {
  const { access, change, outcome, busy, onDiscard } = props;
  const deleted = change.edited === undefined;
  const added = change.original === undefined;
  const kind = deleted ? 'deleted' : added ? 'new' : 'edited';
  const KindIcon = deleted ? IconMinus : added ? IconPlus : IconPencil;
  const planned = planChange(access, change);
  const name = describeKey(keyOf(change.original ?? change.edited ?? {}, access.schema));
  return (
    <section className={classes.change} aria-label={name}>
      <div className={classes.title}>
        <h3 className={classes.key}>{name}</h3>
        <span className={classes.kind} data-kind={kind}>
          <KindIcon size={12} aria-hidden />
          {kind}
        </span>
        <span className={classes.spacer} />
        <Button variant="subtle" color="gray" onClick={onDiscard} disabled={busy}>
          Discard
        </Button>
      </div>
      {outcome?.kind === 'conflict' ? (
        <ConflictView
          conflict={{
            act: deleted ? 'delete' : added ? 'add' : 'edit',
            mine: change.edited,
            theirs: outcome.theirs,
          }}
          busy={busy}
          onOverwrite={() => props.onOverwrite(outcome.theirs)}
          onTakeTheirs={() => props.onTakeTheirs(outcome.theirs)}
        />
      ) : (
        <ItemComparison
          label={`Difference of ${name}`}
          versions={[
            { title: 'Before', item: change.original },
            { title: 'After', item: change.edited },
          ]}
          between={[0, 1]}
        />
      )}
      {outcome?.kind === 'failed' && <ErrorNotice error={outcome.error} />}
      {outcome === undefined && planned.kind === 'impossible' && (
        <ErrorNotice error={planned.error} />
      )}
      {planned.kind === 'request' && <RequestFold change={planned.change} />}
    </section>
  );
}

function RequestFold({ change }: { change: ItemChange }) {
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <>
      {change.unguarded.length > 0 && (
        <div className={classes.note}>
          Written whatever these are by then, since a condition has no room for them:{' '}
          {change.unguarded.join(', ')}
        </div>
      )}
      <UnstyledButton
        className={classes.fold}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        <Chevron size={14} aria-hidden />
        {change.operation} request
      </UnstyledButton>
      {opened && (
        <CodeEditor
          label={`${change.operation} request`}
          language="json"
          readOnly
          maxHeight={260}
          value={serializeRequest(change.request, 2)}
        />
      )}
    </>
  );
}
