import type { Command } from './commands.ts';

const most = 60;

/**
 * The commands whose title and group hold every word of the query: first those that begin with
 * it, then those with a word that does, then the rest; else in the order given.
 */
export function rankCommands(query: string, commands: readonly Command[]): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return commands.slice(0, most);
  const scored = commands.flatMap((command, index) => {
    const title = command.title.toLowerCase();
    const text = `${title} ${command.group.toLowerCase()}`;
    if (!words.every((word) => text.includes(word))) return [];
    const inWord = title.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(first));
    return [{ command, index, score: title.startsWith(first) ? 0 : inWord ? 1 : 2 }];
  });
  scored.sort((a, b) => a.score - b.score || a.index - b.index);
  return scored.slice(0, most).map(({ command }) => command);
}
