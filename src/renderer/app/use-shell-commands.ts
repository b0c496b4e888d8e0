import { useHotkeys } from '@mantine/hooks';
import { useCommands, useOfferedCommands } from './command-registry.ts';
import { shellCommands } from './commands.ts';

/** Offers the commands of the shell, and lets every offered command with a shortcut be typed. */
export function useShellCommands(): void {
  useCommands(shellCommands);
  const offered = useOfferedCommands();
  useHotkeys(
    offered.flatMap(({ keys, run }) => (keys === undefined ? [] : [[keys, () => run()]])),
    [],
    true,
  );
}
