// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { Item } from '../../../domain/attribute-value.ts';
import { button, click, createStage } from '../values/testing/stage.tsx';
import type { ItemAccess } from './item-access.ts';
import type { StagedChange } from './staged-change.ts';
import { StagedChanges } from './staged-changes.tsx';
import { forgetScope, stageChanges, stageOf, useStaging } from './staging-store.ts';

const scope = 'scope';
const item = (id: string, price: string): Item => ({ id: { S: id }, price: { N: price } });
const edit = (id: string): StagedChange => ({
  rowKey: id,
  original: item(id, '1'),
  edited: item(id, '2'),
});

let stage: ReturnType<typeof createStage>;
let sent: string[];
/** What the endpoint answers to the write of an item, by its key; success without an entry. */
const refusals = new Map<string, SortkeyError>();
beforeEach(() => {
  sent = [];
  refusals.clear();
  stage = createStage();
});
afterEach(() => {
  stage.close();
  forgetScope(scope);
});

const update = ({ request }: { request: string }) => {
  const { Key } = JSON.parse(request) as { Key: { id: { S: string } } };
  sent.push(Key.id.S);
  const refusal = refusals.get(Key.id.S);
  if (refusal !== undefined) return Promise.reject(refusal);
  return Promise.resolve({ response: JSON.stringify({ Attributes: item(Key.id.S, '2') }) });
};

function access(guard: Connection['guard']): ItemAccess {
  const capabilities = { parallelSegments: 1, lacks: [] };
  const connection = { name: 'Live', region: 'eu-west-1', guard, capabilities };
  return {
    items: { update } as never,
    connectionId: 'c',
    tableName: 'T',
    schema: { partitionKey: { name: 'id', type: 'S' } },
    connection: connection as unknown as Connection,
  };
}

function review(guard: Connection['guard'], ...changes: StagedChange[]): void {
  stageChanges(
    scope,
    changes.map((change) => [change.rowKey, change] as const),
  );
  stage.show(<StagedChanges access={access(guard)} scope={scope} onWritten={() => undefined} />);
  click(button('Review changes'));
}

const dialogText = () => document.querySelector('[role="dialog"]')?.textContent ?? '';
const press = async (name: string) => {
  click(button(name));
  await act(() => Promise.resolve());
};
const ended = (count: number) =>
  vi.waitFor(async () => {
    await act(() => Promise.resolve());
    expect(stageOf(scope).size).toBe(count);
    expect(document.querySelector('[aria-label="Commit progress"]')).toBeNull();
  });

describe('the review', () => {
  it('asks once more over a connection that wants it, and names where it would be written', async () => {
    review('confirm-writes', edit('a'));
    await press('Commit');
    expect(sent).toEqual([]);
    expect(dialogText()).toContain('Live (eu-west-1) asks before anything is written to it.');
    await press('Cancel');
    await press('Commit');
    await press('Write');
    await ended(0);
    expect(sent).toEqual(['a']);
  });

  it('asks before an undo, too, over such a connection', async () => {
    review('confirm-writes', edit('a'));
    await press('Commit');
    await press('Write');
    await ended(0);
    await press('Undo');
    expect(sent).toEqual(['a']);
    expect(document.body.textContent).toContain('Live asks before anything is written to it.');
    await press('Write');
    await vi.waitFor(() => expect(sent).toEqual(['a', 'a']));
  });

  it('commits nothing over a read-only connection, and says why', async () => {
    review('read-only', edit('a'));
    expect(dialogText()).toContain(
      'Live is read-only. Change the guard of the connection to write.',
    );
    expect(button('Commit')).toHaveProperty('disabled', true);
    await press('Commit');
    expect(sent).toEqual([]);
  });

  it('keeps what failed, says whether it may have been carried out, and goes on where it ended', async () => {
    const unknown = { data: { carriedOut: 'not known' } };
    refusals.set('b', new SortkeyError('SERVICE_FAILED', 'The answer was lost.', unknown));
    refusals.set('c', new SortkeyError('THROTTLED', 'Too fast.'));
    review('open', edit('a'), edit('b'), edit('c'));
    await press('Commit');
    await ended(2);
    expect(dialogText()).toContain('1 written · 1 failed · 1 not known');
    expect(dialogText()).toContain('not known whether it was carried out');
    refusals.clear();
    // The lost one was carried out: its condition fails now, on the very item that it made.
    const told = { data: { item: JSON.stringify(item('b', '2')) } };
    refusals.set('b', new SortkeyError('CONDITION_FAILED', 'No.', told));
    await press('Commit');
    await ended(0);
    // All of it can be undone: both commits were one work.
    const written = useStaging.getState().written.get(scope) ?? [];
    expect(new Set(written.map(({ rowKey }) => rowKey))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('keeps the keys of the page beneath from what is staged', () => {
    review('open', edit('a'));
    const init = { key: 'z', ctrlKey: true, bubbles: true };
    act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', init)));
    expect(stageOf(scope).size).toBe(1);
  });

  it('does not offer to undo what somebody else wrote alike', async () => {
    const told = { data: { item: JSON.stringify(item('a', '2')) } };
    refusals.set('a', new SortkeyError('CONDITION_FAILED', 'No.', told));
    review('open', edit('a'), edit('b'));
    await press('Commit');
    await ended(0);
    const written = useStaging.getState().written.get(scope) ?? [];
    expect(written.map(({ rowKey }) => rowKey)).toEqual(['b']);
  });

  it('shows ten thousand changes with a few of them on the page', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => edit(`${index}`));
    review('open', ...many);
    expect(dialogText()).toContain('10,000 changes: 10,000 edited · 10,000 WCU;');
    expect(dialogText()).toContain('A transaction takes up to 100 writes');
    const shown = document.querySelectorAll('[role="dialog"] h3').length;
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThan(60);
  });
});
