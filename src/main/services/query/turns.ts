/** One caller's turn. */
export type Turn = {
  /** Settles when every turn taken before has ended. */
  readonly begun: Promise<void>;
  readonly end: () => void;
};

/** Lets callers go one after another, in the order in which they came. */
export function createTurns(): () => Turn {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const begun = last;
    const ends: (() => void)[] = [];
    last = new Promise((resolve) => {
      ends.push(resolve);
    });
    return { begun, end: () => ends.forEach((end) => end()) };
  };
}
