/** Limits of what may cross the boundary, in characters or counts. */
export const maximumNameLength = 255;
/** An AttributeName outside of keys may be 64 KB; a request may hold 16 MB. */
export const maximumRequestLength = 16 * 1024 * 1024;
export const maximumWindowRows = 1_000;
export const maximumPreviewRows = 100;
/** Places of found rows that cross the boundary at once. */
export const maximumMatches = 100_000;
/** Items that one transaction may write. */
export const maximumTransactionItems = 100;
