import { useEffect } from 'react';
import { create } from 'zustand';
import type { Command } from './commands.ts';

/** The commands of what is on the screen at present, in the order in which they came. */
const useRegistry = create<{ readonly commands: readonly Command[] }>()(() => ({ commands: [] }));

/** Offers commands as long as the calling component is shown. Give it a list that is memoised. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useRegistry.setState((state) => ({ commands: [...state.commands, ...commands] }));
    return () =>
      useRegistry.setState((state) => ({
        commands: state.commands.filter((command) => !commands.includes(command)),
      }));
  }, [commands]);
}

/** Every command on offer. */
export const useOfferedCommands = () => useRegistry((state) => state.commands);

/** One command, or undefined while it is not on offer. */
export const useCommandById = (id: string) =>
  useRegistry((state) => state.commands.find((command) => command.id === id));
