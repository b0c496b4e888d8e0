// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { click, createStage } from '../features/values/testing/stage.tsx';
import { TableTabs } from './table-tabs.tsx';
import { initialWorkspace, openTable, useWorkspace } from './workspace.ts';

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage = createStage();
  Element.prototype.scrollIntoView = () => undefined;
  useWorkspace.setState({ ...initialWorkspace, connectionId: 'sandbox' });
  for (const name of ['Books', 'Orders']) openTable(name);
  stage.show(<TableTabs connectionId="sandbox" />);
});
afterEach(() => stage.close());

const tabs = () => [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
const names = () => tabs().map((tab) => tab.textContent);
const selected = () =>
  tabs().find((tab) => tab.getAttribute('aria-selected') === 'true')?.textContent;

function press(name: string, key: string): void {
  const tab = tabs().find((candidate) => candidate.textContent === name);
  act(() => {
    tab?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
}

it('shows a tab that is clicked, or chosen by keyboard', () => {
  expect(selected()).toBe('Orders');
  const books = tabs()[0];
  if (books !== undefined) click(books);
  expect(selected()).toBe('Books');
  press('Orders', 'Enter');
  expect(selected()).toBe('Orders');
});

it('moves the focus by arrows, round the ends', () => {
  press('Orders', 'ArrowRight');
  expect(document.activeElement?.textContent).toBe('Books');
  press('Books', 'ArrowLeft');
  expect(document.activeElement?.textContent).toBe('Orders');
});

it('closes a tab by Delete, and by its cross without showing it first', () => {
  press('Orders', 'Delete');
  expect(names()).toEqual(['Books']);
  act(() => openTable('Orders'));
  const cross = document.querySelector<HTMLElement>('[title="Close Books"]');
  if (cross !== null) click(cross);
  expect(names()).toEqual(['Orders']);
  expect(selected()).toBe('Orders');
});
