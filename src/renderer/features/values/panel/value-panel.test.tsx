// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import { button, click, createStage, named, type } from '../testing/stage.tsx';
import type { ValueMemory, ValueSubject } from './use-value-editor.ts';
import { ValuePanel } from './value-panel.tsx';

const item: Item = {
  id: { S: 'a' },
  title: { S: 'Americanah' },
  createdAt: { N: '1709294400' },
  tags: { SS: ['x', 'y'] },
  info: { M: { price: { N: '12345678901234567890.50' } } },
};

let stage: ReturnType<typeof createStage>;
let memory: ValueMemory;
const onStage = vi.fn<(rowKey: string, name: string, value: AttributeValue | undefined) => void>();
const onClose = vi.fn<() => void>();
const onReturn = vi.fn<() => void>();

function subject(name: string, more: Partial<ValueSubject> = {}): ValueSubject {
  const rowKey = more.rowKey ?? 'a';
  return {
    rowKey,
    rowTitle: `row ${rowKey}`,
    item,
    name,
    types: [],
    badge: undefined,
    locked: undefined,
    rowLocked: undefined,
    stage: (attribute, value) => onStage(rowKey, attribute, value),
    ...more,
  };
}

function show(focused: ValueSubject | undefined, editKey = 0): void {
  stage.show(
    <ValuePanel
      focused={focused}
      editKey={editKey}
      memory={memory}
      onReturn={onReturn}
      onClose={onClose}
    />,
  );
}

const panel = () => named('Value');
const tab = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
  const one = found.find(({ textContent }) => textContent === name);
  if (one === undefined) throw new Error(`no tab ${name}`);
  click(one);
};
const press = (key: string, ctrlKey = false) =>
  act(() => {
    panel().dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
  });
const buttons = () =>
  [...document.querySelectorAll('button')].map(({ textContent }) => textContent);

beforeEach(() => {
  vi.clearAllMocks();
  memory = createStore(() => ({ held: undefined, editKey: 0 }));
  stage = createStage();
});
afterEach(() => stage.close());

it('shows what the focused cell holds, its type, its size and its time', () => {
  show(subject('createdAt'));
  expect(panel().textContent).toContain('Number · 5 bytes · 2024-03-01 12:00:00 UTC · ');
  expect(panel().textContent).toContain('1709294400');
  show(subject('info'));
  expect(panel().textContent).toContain('12345678901234567890.50');
  show(subject('shelf'));
  expect(panel().textContent).toContain('This item has no attribute "shelf".');
});

it('stages what was typed with Ctrl+Enter and goes back to the grid', () => {
  show(subject('title'), 1);
  expect(buttons()).not.toContain('Stage change');
  type(named('title'), 'Americanah!');
  press('Enter', true);
  expect(onStage.mock.calls).toEqual([['a', 'title', { S: 'Americanah!' }]]);
  expect(onReturn).toHaveBeenCalledTimes(1);
  expect(buttons()).not.toContain('Stage change');
});

it('stays with the cell for which something was typed', () => {
  show(subject('title'));
  tab('Form');
  type(named('title'), 'typed');
  show(subject('title', { rowKey: 'b' }));
  expect(panel().textContent).toContain('Still with title of row a');
  click(button('Stage change'));
  expect(onStage.mock.calls).toEqual([['a', 'title', { S: 'typed' }]]);
  expect(panel().textContent).not.toContain('Still with');
});

it('follows the grid while nothing is typed', () => {
  show(subject('title'));
  tab('Form');
  show(subject('createdAt'));
  expect(named('createdAt')).toHaveProperty('value', '1709294400');
  expect(panel().textContent).not.toContain('Still with');
});

it('keeps what was typed while it is not shown', () => {
  show(subject('title'));
  tab('Form');
  type(named('title'), 'typed');
  stage.close();
  stage = createStage();
  show(undefined);
  expect(named('title')).toHaveProperty('value', 'typed');
  click(button('Revert'));
  expect(panel().textContent).toContain('Choose a cell to see its value.');
});

it('asks before what was typed is given up', () => {
  show(subject('title'));
  tab('Form');
  type(named('title'), 'typed');
  press('Escape');
  expect(onClose).not.toHaveBeenCalled();
  click(button('Go on editing'));
  press('Escape');
  click(button('Discard it'));
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(onStage).not.toHaveBeenCalled();
});

it('says what is wrong and stages nothing', () => {
  show(subject('createdAt'));
  tab('Form');
  type(named('createdAt'), '1,5');
  click(button('Stage change'));
  expect(onStage).not.toHaveBeenCalled();
  expect(document.querySelector('[role="alert"]')?.textContent).toMatch(/1,5/);
});

it('sets NULL and removes at once', () => {
  show(subject('title'));
  click(button('Set NULL'));
  click(button('Remove attribute'));
  expect(onStage.mock.calls).toEqual([
    ['a', 'title', { NULL: true }],
    ['a', 'title', undefined],
  ]);
});

it('adds an attribute under a name that is free', () => {
  show(subject('title'));
  click(button('Add attribute'));
  click(button('Stage change'));
  expect(document.querySelector('[role="alert"]')?.textContent).toBe(
    'Type the name of the attribute.',
  );
  type(named('Attribute name'), 'tags');
  click(button('Stage change'));
  expect(document.querySelector('[role="alert"]')?.textContent).toBe(
    'The item has an attribute "tags" already.',
  );
  type(named('Attribute name'), 'tagline');
  type(named('tagline'), 'new');
  click(button('Stage change'));
  expect(onStage.mock.calls).toEqual([['a', 'tagline', { S: 'new' }]]);
  expect(panel().textContent).toContain('title');
});

it('shows a key, and changes none', () => {
  const locked = 'Open the item to change its key.';
  show(subject('id', { badge: 'PK', locked }));
  expect(panel().textContent).toContain(locked);
  expect(buttons()).not.toContain('Set NULL');
  tab('Form');
  expect(named('id')).toHaveProperty('disabled', true);
});
