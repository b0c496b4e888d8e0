/** The first few of what may be many, and how many there are. */
export function createFirst<Entry>(maximum: number) {
  const entries: Entry[] = [];
  return {
    add(entry: Entry): void {
      if (entries.length < maximum) entries.push(entry);
    },
    list: (): Entry[] => [...entries],
  };
}

export const maximumProblems = 100;
