/** What the result sets may hold in memory together, in bytes. */
export type MemoryBudget = {
  /** True, and counted, where so many bytes still go in. */
  readonly take: (bytes: number) => boolean;
  readonly giveBack: (bytes: number) => void;
  /** Holds from now on: what is in memory stays there. */
  readonly setLimit: (bytes: number) => void;
  readonly used: () => number;
};

export const defaultMemoryBytes = 512 * 1024 * 1024;

export function createMemoryBudget(limit = defaultMemoryBytes): MemoryBudget {
  let most = limit;
  let used = 0;
  return {
    take(bytes) {
      if (used + bytes > most) return false;
      used += bytes;
      return true;
    },
    giveBack(bytes) {
      used -= bytes;
    },
    setLimit(bytes) {
      most = bytes;
    },
    used: () => used,
  };
}
