import { expect, it } from 'vitest';
import { actOf } from './grid-keys.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const ctrl = { ...plain, ctrlKey: true };
const shift = { ...plain, shiftKey: true };

it.each([
  ['F2', plain, 'edit'],
  ['Enter', plain, 'edit'],
  ['Enter', ctrl, 'open'],
  ['Delete', plain, 'delete'],
  ['Escape', plain, 'escape'],
  ['a', ctrl, 'select-all'],
  ['A', { ...plain, metaKey: true }, 'select-all'],
  ['d', ctrl, 'fill-down'],
  ['g', ctrl, 'go-to-row'],
  [' ', plain, 'inspect'],
  [' ', shift, 'select-rows'],
  [' ', ctrl, 'select-column'],
  ['F10', shift, 'menu'],
  ['ContextMenu', plain, 'menu'],
  ['A', shift, 'type'],
  ['7', plain, 'type'],
] as const)('%s asks for its act', (key, modifiers, kind) => {
  expect(actOf({ key, ...modifiers })?.kind).toBe(kind);
});

it.each([
  ['c', ctrl],
  ['v', ctrl],
  ['z', ctrl],
  ['s', ctrl],
  ['f', ctrl],
  ['Z', { ...ctrl, shiftKey: true }],
  ['F3', plain],
  ['Tab', plain],
  ['x', { ...plain, altKey: true }],
  ['Shift', shift],
])('%s is for others', (key, modifiers) => {
  expect(actOf({ key, ...modifiers })).toBeUndefined();
});
