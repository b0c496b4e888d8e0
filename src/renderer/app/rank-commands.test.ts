import { describe, expect, it } from 'vitest';
import { tableCommands } from './commands.ts';
import type { Command } from './commands.ts';
import { rankCommands } from './rank-commands.ts';

const titles = (commands: Command[]) => commands.map(({ title }) => title);
const commands = tableCommands(['old-books', 'Books', 'notebook', 'Orders']);

describe('rankCommands', () => {
  it('prefers what begins with the words, then what has a word that does', () => {
    expect(titles(rankCommands('book', commands))).toEqual(['Books', 'old-books', 'notebook']);
  });

  it('wants every word, in title or group', () => {
    expect(titles(rankCommands('tables ord', commands))).toEqual(['Orders']);
    expect(rankCommands('nothing', commands)).toEqual([]);
  });

  it('keeps the order where nothing is asked, and no more than a list can show', () => {
    const many = tableCommands(Array.from({ length: 1_000 }, (_, index) => `T${index}`));
    expect(titles(rankCommands('  ', commands))).toEqual(titles(commands));
    expect(rankCommands('t', many).length).toBeLessThan(100);
  });
});
