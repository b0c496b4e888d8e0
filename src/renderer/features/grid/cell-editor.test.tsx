// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { click, createStage, named, type } from '../values/testing/stage.tsx';
import type { CellDraft } from './cell-edit.ts';
import { CellEditor } from './cell-editor.tsx';
import type { AfterEdit } from './cell-editor.tsx';

let stage: ReturnType<typeof createStage>;
const onStage = vi.fn<(value: AttributeValue | undefined, after: AfterEdit) => void>();
const onCancel = vi.fn<() => void>();

beforeEach(() => {
  vi.clearAllMocks();
  stage = createStage();
});
afterEach(() => stage.close());

function edit(initial: CellDraft, missing = false): HTMLElement {
  stage.show(
    <CellEditor
      name="price"
      initial={initial}
      typed={false}
      missing={missing}
      removable={!missing}
      onStage={onStage}
      onCancel={onCancel}
    />,
  );
  return named('price');
}

function press(target: HTMLElement, key: string, shiftKey = false): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  });
}

it('begins with all of the text selected, so that typing replaces it', () => {
  const input = edit({ type: 'N', text: '9.99' }) as HTMLInputElement;
  expect(document.activeElement).toBe(input);
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
});

it.each([
  ['Enter', false, 'stay'],
  ['Tab', false, 'next'],
  ['Tab', true, 'previous'],
] as const)('stages with %s (shift %s)', (key, shift, after) => {
  const input = edit({ type: 'N', text: '9.99' });
  type(input, '12.000000000000000000001');
  press(input, key, shift);
  expect(onStage.mock.calls).toEqual([[{ N: '12.000000000000000000001' }, after]]);
});

it('says why a number is none, and stages nothing', () => {
  const input = edit({ type: 'N', text: '9.99' });
  type(input, 'abc');
  press(input, 'Enter');
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('abc is not a number.');
  expect(onStage).not.toHaveBeenCalled();
});

it('gives up with Escape', () => {
  const input = edit({ type: 'S', text: 'a' });
  type(input, 'b');
  press(input, 'Escape');
  expect(onCancel).toHaveBeenCalledTimes(1);
  expect(onStage).not.toHaveBeenCalled();
});

it('takes a line break with Shift and Enter', () => {
  const input = edit({ type: 'S', text: 'a' });
  press(input, 'Enter', true);
  expect(onStage).not.toHaveBeenCalled();
});

it('makes no attribute of a cell that was only looked into', () => {
  const input = edit({ type: 'S', text: '' }, true);
  press(input, 'Tab');
  act(() => input.blur());
  expect(onStage.mock.calls).toEqual([
    [undefined, 'next'],
    [undefined, 'stay'],
  ]);
  press(input, 'Enter');
  expect(onStage).toHaveBeenLastCalledWith({ S: '' }, 'stay');
});

it('removes the attribute', () => {
  edit({ type: 'S', text: 'a' });
  click(named('Remove attribute price'));
  expect(onStage.mock.calls).toEqual([[undefined, 'stay']]);
});
