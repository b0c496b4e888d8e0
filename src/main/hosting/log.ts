/** Where a host writes what is not for the user's eyes: one entry, possibly of several lines. */
export type Log = (entry: string) => void;

/** The log of a host started from a terminal. Entries hold methods and errors, never values. */
export const logToStderr: Log = (entry) => {
  process.stderr.write(`[sortkey] ${entry}\n`);
};
