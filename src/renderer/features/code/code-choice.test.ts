import { expect, it } from 'vitest';
import {
  codeTabs,
  firstChoice,
  readChoice,
  withStyle,
  withTab,
  writeChoice,
} from './code-choice.ts';

it('keeps the open tab and the style of each', () => {
  const choice = withStyle(withTab(firstChoice, 'JavaScript'), 'javascript-plain');
  const both = withTab(withStyle(withTab(choice, 'Request'), 'curl'), 'JavaScript');
  expect(writeChoice(both)).toEqual(['javascript-plain', 'python-resource', 'aws-cli', 'curl']);
  expect(readChoice(writeChoice(both))).toEqual(both);
});

it('begins with Python where nothing that is known was kept', () => {
  expect(readChoice([])).toEqual(firstChoice);
  expect(readChoice(['cobol'])).toEqual(firstChoice);
  expect(readChoice(['cobol', 'curl']).tab).toBe('Request');
});

it('stays where there is no such tab', () => {
  expect(withTab(firstChoice, 'Cobol')).toBe(firstChoice);
  expect(withTab(firstChoice, null)).toBe(firstChoice);
  expect(codeTabs.map(({ name }) => name)).toEqual(['Python', 'JavaScript', 'AWS CLI', 'Request']);
});
