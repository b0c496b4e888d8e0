// @vitest-environment jsdom
import { act, useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { click, createStage } from '../features/values/testing/stage.tsx';
import { Choice } from './choice.tsx';

const options = [
  { value: 'S', label: 'String' },
  { value: 'N', label: 'Number' },
] as const;

let stage: ReturnType<typeof createStage>;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.close());

function Harness() {
  const [value, setValue] = useState<'S' | 'N'>('S');
  return <Choice label="Key type" options={options} value={value} onChange={setValue} />;
}

function combobox(): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>('[role="combobox"]');
  if (found === null) throw new Error('no combobox');
  return found;
}

it('is a combobox with its label, whose options can be clicked', () => {
  stage.show(<Harness />);
  expect(combobox().labels?.[0]?.textContent).toBe('Key type');
  expect(combobox().value).toBe('String');
  click(combobox());
  const shown = [...document.querySelectorAll<HTMLElement>('[role="option"]')];
  expect(shown.map((option) => option.textContent)).toEqual(['String', 'Number']);
  const number = shown[1];
  if (number !== undefined) click(number);
  expect(combobox().value).toBe('Number');
});

it('takes the first letter of an option', () => {
  stage.show(<Harness />);
  act(() => {
    combobox().dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
  });
  expect(combobox().value).toBe('Number');
});
