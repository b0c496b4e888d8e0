import { expect, it } from 'vitest';
import { shownPart } from './shown-part.ts';

const lines = (count: number) => 'line\n'.repeat(count);

it('draws 2,000 lines and counts the others', () => {
  expect(shownPart(lines(2_000))).toEqual({ text: lines(2_000), hidden: 0 });
  const { text, hidden } = shownPart(lines(2_003));
  expect(text.split('\n')).toHaveLength(2_000);
  expect(hidden).toBe(3);
});
