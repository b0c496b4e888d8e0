import { Button, UnstyledButton } from '@mantine/core';
import {
  IconArrowRight,
  IconChevronDown,
  IconChevronRight,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../../domain/attribute-value.ts';
import type { ItemChange } from '../../../domain/item-edit.ts';
import { serializeRequest } from '../../../domain/requests/index.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ItemComparison } from '../values/item-comparison.tsx';
import type { ChangeOutcome } from './cancellation.ts';
import { kindOf, nameOf, outcomeInWords, groupOf, touchedInWords } from './change-words.ts';
import type { ChangeKind } from './change-words.ts';
import { planChange } from './commit.ts';
import { ConflictView } from './conflict-view.tsx';
import type { Conflict } from './conflict-view.tsx';
import type { ItemAccess } from './item-access.ts';
import classes from './review-dialog.module.css';
import type { StagedChange } from './staged-change.ts';
import { writeCapacityOf } from './write-capacity.ts';

const acts: Readonly<Record<ChangeKind, Conflict['act']>> = {
  edited: 'edit',
  moved: 'edit',
  new: 'add',
  deleted: 'delete',
};
const icons = {
  edited: IconPencil,
  moved: IconArrowRight,
  new: IconPlus,
  deleted: IconMinus,
} as const;

/** What can be done about one change in its review. */
export type ChangeActs = {
  readonly onDiscard: (change: StagedChange) => void;
  readonly onTakeMine: (change: StagedChange, theirs: Item | undefined) => void;
  readonly onMerge: (change: StagedChange, theirs: Item, merged: Item) => void;
  readonly onTakeTheirs: (change: StagedChange, theirs: Item | undefined) => void;
};

type ChangeReviewProps = {
  access: ItemAccess;
  change: StagedChange;
  /** Why a new row will not be written as it is. */
  problem: string | undefined;
  /** How it ended; undefined where it was not sent. */
  outcome: ChangeOutcome | undefined;
  /** Whether there was a commit, so that one without an outcome was not sent. */
  committed: boolean;
  /** Its capacity counts twice in a transaction. */
  inTransaction: boolean;
  busy: boolean;
  opened: boolean;
  onToggle: () => void;
  acts: ChangeActs;
};

/** One staged change: what differs, what will be sent, and how it ended where it was sent. */
export function ChangeReview(props: ChangeReviewProps) {
  const { access, change, outcome, committed, busy, opened, onToggle } = props;
  const kind = kindOf(change, access.schema);
  const name = nameOf(change, access.schema);
  const Icon = icons[kind];
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const units = writeCapacityOf(change) * (props.inTransaction || kind === 'moved' ? 2 : 1);
  const written = outcome?.kind === 'written';
  return (
    <section className={classes.change} aria-label={name}>
      <div className={classes.title}>
        <UnstyledButton
          className={classes.opener}
          aria-expanded={opened}
          aria-label={`Details of ${name}`}
          onClick={onToggle}
        >
          <Chevron size={14} aria-hidden />
        </UnstyledButton>
        <h3 className={classes.key}>{name}</h3>
        <span className={classes.kind} data-kind={kind}>
          <Icon size={12} aria-hidden />
          {kind}
        </span>
        <span className={classes.touched}>{touchedInWords(change)}</span>
        <span className={classes.spacer} />
        {(committed || outcome !== undefined) && (
          <span className={classes.outcome} data-outcome={groupOf(outcome)}>
            {outcomeInWords(outcome)}
          </span>
        )}
        <span className={classes.units}>{units.toLocaleString('en-GB')} WCU</span>
        {!written && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => props.acts.onDiscard(change)}
            disabled={busy}
          >
            Discard
          </Button>
        )}
      </div>
      {props.problem !== undefined && <div className={classes.note}>{props.problem}</div>}
      {opened && <ChangeDetails {...props} kind={kind} name={name} />}
    </section>
  );
}

type ChangeDetailsProps = ChangeReviewProps & { kind: ChangeKind; name: string };

function ChangeDetails({
  access,
  change,
  outcome,
  busy,
  acts: does,
  kind,
  name,
}: ChangeDetailsProps) {
  if (outcome?.kind === 'conflict') {
    const { theirs } = outcome;
    return (
      <ConflictView
        conflict={{ act: acts[kind], original: change.original, mine: change.edited, theirs }}
        busy={busy}
        onOverwrite={() => does.onTakeMine(change, theirs)}
        onMerge={(merged) => theirs && does.onMerge(change, theirs, merged)}
        onTakeTheirs={() => does.onTakeTheirs(change, theirs)}
      />
    );
  }
  const planned = planChange(access, change);
  return (
    <>
      <ItemComparison
        label={`Difference of ${name}`}
        versions={[
          { title: 'Before', item: change.original },
          { title: 'After', item: change.edited },
        ]}
        between={[0, 1]}
      />
      {outcome?.kind === 'failed' && <ErrorNotice error={outcome.error} />}
      {outcome === undefined && planned.kind === 'impossible' && (
        <ErrorNotice error={planned.error} />
      )}
      {planned.kind === 'request' && <RequestFold change={planned.change} />}
    </>
  );
}

function RequestFold({ change }: { change: ItemChange }) {
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <>
      {change.unguarded.length > 0 && (
        <div className={classes.note}>
          A condition has no room for these, so they are compared just before it is sent:{' '}
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
