import { useCallback, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { getAttribute } from '../../../../domain/attribute-map.ts';
import type { AttributeType, AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import type { TextProblem } from '../text-problem.ts';
import { draftOfValue, isTyped, readValue } from './value-draft.ts';
import type { EditTab, ReadValue, ValueDraft } from './value-draft.ts';

/** The cell whose value is shown. */
export type ValueSubject = {
  readonly rowKey: string;
  /** The key of its item, in words. */
  readonly rowTitle: string;
  /** The item as it is shown, with what is staged. */
  readonly item: Item;
  readonly name: string;
  /** The types that the attribute has in other items, the likeliest first. */
  readonly types: readonly AttributeType[];
  readonly badge: 'PK' | 'SK' | undefined;
  /** Why it can only be read, in words; undefined where it can be changed. */
  readonly locked: string | undefined;
  /** Why the item can get no more attributes, in words. */
  readonly rowLocked: string | undefined;
  /** Stages a value for an attribute of the item; undefined removes it. */
  readonly stage: (name: string, value: AttributeValue | undefined) => void;
};

export type ValueTab = 'value' | EditTab;

/** What is being typed, and for which cell; with a name where it is for a new attribute. */
export type Held = {
  readonly subject: ValueSubject;
  readonly draft: ValueDraft;
  readonly newName: string | undefined;
};

/** What outlives the panel when the tab of another table is looked at. */
export type ValueMemory = StoreApi<{
  readonly held: Held | undefined;
  /** The last wish to edit that was fulfilled. */
  readonly editKey: number;
}>;

const sameCell = (a: ValueSubject | undefined, b: ValueSubject | undefined): boolean =>
  a !== undefined && b !== undefined && a.rowKey === b.rowKey && a.name === b.name;

/**
 * The editing of one value. It follows the grid from cell to cell until something is typed: then
 * it stays with its cell, until that is staged or given up.
 */
export function useValueEditor(focused: ValueSubject | undefined, memory: ValueMemory) {
  const [tab, setTab] = useState<ValueTab>(() => memory.getState().held?.draft.tab ?? 'value');
  const [held, setHeld] = useState(() => memory.getState().held);
  useEffect(() => memory.setState({ held }), [memory, held]);
  const [problem, setProblem] = useState<TextProblem>();
  // What inputs hold that is not in the draft, since it cannot be: a name that is taken.
  const [unreadable, setUnreadable] = useState<ReadonlyMap<string, string>>(() => new Map());
  const reportProblem = useCallback(
    (id: string, message: string | undefined) =>
      setUnreadable((before) => {
        if (before.get(id) === message) return before;
        const others = [...before].filter(([other]) => other !== id);
        return new Map(message === undefined ? others : [...others, [id, message]]);
      }),
    [],
  );

  const isHolding =
    held !== undefined &&
    (isTyped(held.draft) || unreadable.size > 0 || (held.newName ?? '') !== '');
  const follows = held === undefined || sameCell(held.subject, focused);
  if (!follows && !isHolding) {
    setHeld(undefined);
    setProblem(undefined);
  }
  const subject = follows || !isHolding ? focused : held.subject;
  const ours = subject === undefined || (!follows && !isHolding) ? undefined : held;
  const adding = ours?.newName !== undefined;
  const name = ours?.newName ?? subject?.name ?? '';
  const inItem =
    subject === undefined || adding ? undefined : getAttribute(subject.item, subject.name);
  const draftTab: EditTab = tab === 'value' ? 'form' : tab;
  const draft = ours?.draft ?? draftOfValue(inItem, draftTab);

  const read = (): ReadValue => {
    const [message] = unreadable.values();
    return message === undefined ? readValue(draft, name) : { ok: false, problem: { message } };
  };

  const hold = (next: ValueDraft, newName = ours?.newName) => {
    if (subject === undefined) return;
    setHeld({ subject, draft: next, newName });
    setProblem(undefined);
  };

  const letGo = () => {
    setHeld(undefined);
    setProblem(undefined);
  };

  /** Goes to another view with what was typed, unless that cannot be read. */
  const switchTab = (next: ValueTab) => {
    if (ours !== undefined) {
      const now = read();
      if (!now.ok) return setProblem(now.problem);
      if (next !== 'value') hold(draftOfValue(now.value, next, ours.draft.base));
    }
    setProblem(undefined);
    return setTab(next);
  };

  const stageAs = (value: AttributeValue | undefined) => {
    if (subject === undefined) return;
    letGo();
    subject.stage(name, value);
  };

  /** What can be staged of what was typed, or why nothing can. */
  const finished = (): ReadValue => {
    const now = read();
    if (!now.ok || !adding) return now;
    if (name === '') return refused('Type the name of the attribute.');
    if (subject !== undefined && getAttribute(subject.item, name) !== undefined)
      return refused(`The item has an attribute ${JSON.stringify(name)} already.`);
    return now.value === undefined ? refused('There is no value yet.') : now;
  };

  /** Stages what was typed; tells whether there is nothing left to be staged. */
  const stage = (): boolean => {
    if (subject === undefined || ours === undefined) return true;
    const now = finished();
    if (!now.ok) setProblem(now.problem);
    else if (isTyped(ours.draft) || adding) stageAs(now.value);
    else letGo();
    return now.ok;
  };

  return {
    subject,
    /** Typed for another cell than the one that has the focus. */
    pinned: isHolding && !follows,
    isHolding,
    tab: adding && tab === 'value' ? 'form' : tab,
    switchTab,
    draft,
    hold,
    letGo,
    adding,
    name,
    rename: (newName: string) => hold(draft, newName),
    add: () => {
      if (subject === undefined) return;
      setTab('form');
      hold(draftOfValue({ S: '' }, 'form'), '');
    },
    value: ours === undefined ? inItem : valueOf(read()),
    problem,
    reportProblem,
    stage,
    stageAs,
  };
}

const refused = (message: string): ReadValue => ({ ok: false, problem: { message } });

const valueOf = (read: ReadValue): AttributeValue | undefined => (read.ok ? read.value : undefined);

export type ValueEditor = ReturnType<typeof useValueEditor>;
