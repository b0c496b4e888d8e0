import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMemo } from 'react';
import { useCommands, useOfferedCommands } from './command-registry.ts';
import { shellCommands } from './commands.ts';

/** Offers the commands of the shell, and lets every offered command with a shortcut be typed. */
export function useShellCommands(): void {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const commands = useMemo(
    () => shellCommands(() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')),
    [scheme, setColorScheme],
  );
  useCommands(commands);
  const offered = useOfferedCommands();
  useHotkeys(
    offered.flatMap(({ keys, run }) => (keys === undefined ? [] : [[keys, () => run()]])),
    [],
    true,
  );
}
