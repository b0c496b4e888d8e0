// @vitest-environment jsdom
import { act } from 'react';
import type { ComponentProps } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { button, click, createStage } from '../values/testing/stage.tsx';
import { arrangeColumns, emptyLayout } from './column-layout.ts';
import { columnsOf } from './columns.ts';
import type { CellChange, GridRowSource } from './grid-source.ts';
import { ItemsGrid } from './items-grid.tsx';
import { cellsType } from './paste-cells.ts';
import type { RowRange } from './row-ranges.ts';
import { rowOf, sourceOf } from './testing/source.ts';

let stage: ReturnType<typeof createStage>;
const onEdit = vi.fn<(changes: readonly CellChange[]) => void>();
const onToggleDeletion = vi.fn<(rows: readonly GridRowSource[]) => void>();
const onSelectRows = vi.fn<(ranges: readonly RowRange[]) => void>();
const onOpen = vi.fn<(row: GridRowSource) => void>();

beforeEach(() => {
  vi.clearAllMocks();
  Element.prototype.scrollIntoView = () => undefined;
  stage = createStage();
});
afterEach(() => stage.close());

const schema = { partitionKey: { name: 'id', type: 'S' } } as const;
const known = columnsOf(schema, undefined, [
  { name: 'price', types: ['N'] },
  { name: 'title', types: ['S'] },
]);
const columns = arrangeColumns(known, emptyLayout);
const control = { known, arranged: columns, layout: emptyLayout, onLayout: () => undefined };
const items = Array.from({ length: 6 }, (_, index) => ({
  id: { S: `i${index}` },
  price: { N: String(index) },
  title: { S: `t${index}` },
}));
const rows = items.map((item) => rowOf(item));

function show(more: Partial<ComponentProps<typeof ItemsGrid>> = {}): void {
  stage.show(
    <ItemsGrid
      label="Items of T"
      run={1}
      columns={columns}
      control={control}
      source={sourceOf(rows)}
      inPlace
      roomBelow={false}
      onOpen={onOpen}
      onEdit={onEdit}
      onToggleDeletion={onToggleDeletion}
      onSelectRows={onSelectRows}
      {...more}
    />,
  );
}

/** The cell of a row and a column from 0 on; column 0 is the row's number. */
function cell(row: number, column: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (found === null) throw new Error(`no cell ${row}, ${column}`);
  return found;
}
const focus = (row: number, column: number) => act(() => cell(row, column).focus());
function press(key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  act(() => {
    document.activeElement?.dispatchEvent(event);
  });
}
function mouse(kind: string, target: Element, init: MouseEventInit = {}): void {
  const event = new MouseEvent(kind, { bubbles: true, cancelable: true, buttons: 1, ...init });
  act(() => {
    target.dispatchEvent(event);
  });
}
/** Copies or pastes, with what is on the clipboard. */
function clipboard(kind: 'copy' | 'paste', data: Map<string, string>): void {
  const event = Object.assign(new Event(kind, { bubbles: true, cancelable: true }), {
    clipboardData: {
      getData: (type: string) => data.get(type) ?? '',
      setData: (type: string, text: string) => data.set(type, text),
    },
  });
  act(() => {
    document.activeElement?.dispatchEvent(event);
  });
}
const paste = (text: string) => clipboard('paste', new Map([['text/plain', text]]));
const said = () => document.querySelector('[aria-label="Selection"]')?.textContent;
const changes = () =>
  onEdit.mock.calls.map(([made]) =>
    made.map(({ row, name, value }) => [row.item['id'], name, value]),
  );

describe('what is selected', () => {
  it('grows by Shift and the arrows from the focused cell, which keeps the focus', () => {
    show();
    focus(1, 2);
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    expect(said()).toBe('2 rows × 2 columns selected');
    expect(document.activeElement).toBe(cell(1, 2));
    expect(document.querySelectorAll('[role="gridcell"][aria-selected="true"]')).toHaveLength(4);
    expect(cell(2, 3).dataset['edges']).toBe('br');
    expect(onSelectRows.mock.lastCall).toEqual([[{ first: 1, count: 2 }]]);
    press('ArrowDown');
    expect(said()).toBe('');
    expect(onSelectRows.mock.lastCall).toEqual([[]]);
    expect(document.activeElement).toBe(cell(2, 2));
  });

  it('is whole rows by their numbers, and all rows by a key', () => {
    show();
    mouse('mousedown', cell(1, 0));
    focus(1, 0);
    mouse('mousedown', cell(3, 0), { shiftKey: true });
    expect(said()).toBe('3 rows selected');
    expect(cell(3, 0).closest('[role="row"]')?.getAttribute('aria-selected')).toBe('true');
    press('a', { ctrlKey: true });
    expect(said()).toBe('6 rows selected');
    press('Delete');
    expect(onToggleDeletion.mock.calls).toEqual([[rows]]);
  });

  it('is nothing once other rows are shown', () => {
    show();
    focus(0, 1);
    press('a', { ctrlKey: true });
    show({ run: 2 });
    expect(said()).toBe('');
  });

  it('goes with its rows when a new one comes first', () => {
    show();
    focus(1, 2);
    press('ArrowDown', { shiftKey: true });
    const fresh = rowOf({ id: { S: 'new' } }, 'new');
    show({ source: { ...sourceOf([fresh, ...rows]), newRowCount: 1 } });
    expect(document.activeElement).toBe(cell(2, 2));
    expect(onSelectRows.mock.lastCall).toEqual([[{ first: 2, count: 2 }]]);
  });
});

describe('the clipboard', () => {
  it('takes what is selected as text, and with its types', () => {
    show();
    focus(0, 2);
    press('ArrowDown', { shiftKey: true });
    const data = new Map<string, string>();
    clipboard('copy', data);
    expect(data.get('text/plain')).toBe('0\n1');
    expect(data.get(cellsType)).toBe('[[{"N":"0"}],[{"N":"1"}]]');
  });

  it('pastes a block in one step, typed by its cells, keys left out', () => {
    show();
    focus(1, 1);
    paste('x\t1.5\n');
    expect(changes()).toEqual([[[{ S: 'i1' }, 'price', { N: '1.5' }]]]);
    expect(onEdit).toHaveBeenCalledTimes(1);
  });

  it('fills what is selected with one value', () => {
    show();
    focus(0, 3);
    press('ArrowDown', { shiftKey: true });
    paste('same');
    expect(changes()).toEqual([
      [
        [{ S: 'i0' }, 'title', { S: 'same' }],
        [{ S: 'i1' }, 'title', { S: 'same' }],
      ],
    ]);
  });

  it('pastes nothing where rows are only parts of items', () => {
    show({ inPlace: false });
    focus(0, 3);
    paste('same');
    expect(onEdit).not.toHaveBeenCalled();
  });

  it('fetches rows that are not here, and edits them too', async () => {
    show({ source: sourceOf(rows, 2) });
    focus(0, 3);
    press('End', { ctrlKey: true, shiftKey: true });
    paste('same');
    await act(() => Promise.resolve());
    expect(changes()[0]).toHaveLength(6);
  });
});

it('says how far it is with rows that are not here, and can be told to stop', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const fetch = (_first: number, _count: number, signal?: AbortSignal) => {
    signals.push(signal);
    return new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  show({ source: { ...sourceOf(rows, 2), fetch } });
  focus(0, 3);
  press('a', { ctrlKey: true });
  press('d', { ctrlKey: true });
  expect(document.body.textContent).toContain('Filling down: 0 of 6 rows');
  click(button('Cancel'));
  await act(() => Promise.resolve());
  expect(signals[0]?.aborted).toBe(true);
  expect(document.body.textContent).not.toContain('Filling down');
  expect(onEdit).not.toHaveBeenCalled();
});

it('fills down from the first selected row', () => {
  show();
  focus(1, 2);
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  press('d', { ctrlKey: true });
  expect(changes()).toEqual([
    [
      [{ S: 'i2' }, 'price', { N: '1' }],
      [{ S: 'i3' }, 'price', { N: '1' }],
    ],
  ]);
});

describe('an edit in place', () => {
  it('is staged for the row in which it began, even where another one has come before it', () => {
    show();
    focus(1, 3);
    press('F2');
    const fresh = rowOf({ id: { S: 'new' } }, 'new');
    const input = document.querySelector('[data-cell-editor] textarea');
    show({ source: { ...sourceOf([fresh, ...rows]), newRowCount: 1 } });
    act(() => {
      input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    expect(changes()).toEqual([[[{ S: 'i1' }, 'title', { S: 't1' }]]]);
  });

  it('opens the item for the key of a row that is written, and edits that of a new one', () => {
    show({ source: sourceOf([rowOf({}, 'new'), ...rows]) });
    focus(1, 1);
    press('F2');
    expect(onOpen).toHaveBeenCalledTimes(1);
    focus(0, 1);
    press('q');
    expect(document.querySelector<HTMLTextAreaElement>('[data-cell-editor] textarea')?.value).toBe(
      'q',
    );
  });
});
