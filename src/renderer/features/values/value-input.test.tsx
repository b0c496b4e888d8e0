// @vitest-environment jsdom
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { button, click, createStage, named, type } from './testing/stage.tsx';
import { ValueInput } from './value-input.tsx';

let stage: ReturnType<typeof createStage>;
const changes: AttributeValue[] = [];

beforeEach(() => {
  changes.length = 0;
  stage = createStage();
});
afterEach(() => stage.close());

function Harness({ initial }: { initial: AttributeValue }) {
  const [value, setValue] = useState(initial);
  const change = (next: AttributeValue) => {
    changes.push(next);
    setValue(next);
  };
  return <ValueInput value={value} onChange={change} label="price" allowTypeChange />;
}

it('keeps every digit of a number, and says in words when it is none', () => {
  stage.show(<Harness initial={{ N: '1' }} />);
  const input = named('price');
  type(input, '12345678901234567890.10');
  expect(changes).toEqual([{ N: '12345678901234567890.10' }]);
  expect(input.getAttribute('aria-invalid')).toBe(null);
  type(input, 'abc');
  expect(document.querySelector('.mantine-InputWrapper-error')?.textContent).toBe(
    'abc is not a number.',
  );
});

it('names the type select after the value', () => {
  stage.show(<Harness initial={{ N: '1' }} />);
  const select = named('price type') as HTMLInputElement;
  expect(select.getAttribute('role')).toBe('combobox');
  expect(select.value).toBe('N');
});

it('adds to a set and removes from it', () => {
  stage.show(<Harness initial={{ SS: ['a'] }} />);
  click(button('Add element'));
  type(named('price element 2'), 'b');
  expect(changes.at(-1)).toEqual({ SS: ['a', 'b'] });
  click(named('Remove price element 1'));
  expect(changes.at(-1)).toEqual({ SS: ['b'] });
});

it('never overwrites another attribute while a name is typed', () => {
  stage.show(<Harness initial={{ M: { a: { S: '1' }, ab: { S: '2' } } }} />);
  click(named('Unfold price'));
  const name = named('Attribute name in price');
  type(name, 'ab');
  expect(changes).toEqual([]);
  expect(document.querySelector('.mantine-InputWrapper-error')?.textContent).toBe(
    'There is another "ab".',
  );
  type(name, 'abc');
  expect(changes.at(-1)).toEqual({ M: { abc: { S: '1' }, ab: { S: '2' } } });
  expect(document.contains(name)).toBe(true);
});
