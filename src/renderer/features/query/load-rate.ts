import type { ResultSetProgress } from '../../../contract/query.ts';

/** How a long reading goes on. */
export type LoadRate = {
  readonly rowsPerSecond: number | undefined;
  /** Of all there is to look at, from 0 to 1; undefined where that is not known. */
  readonly share: number | undefined;
  readonly secondsLeft: number | undefined;
};

/** Less than this tells nothing of a rate. */
const shortestMs = 300;

/**
 * The rate since a reading of all that is left began. `itemCount` is what the table was last told
 * to have, which DynamoDB counts every six hours: past it, nothing is said of what is left.
 */
export function loadRate(
  from: Pick<ResultSetProgress, 'rowCount' | 'scannedCount' | 'elapsedMs'> | undefined,
  progress: Pick<ResultSetProgress, 'rowCount' | 'scannedCount' | 'elapsedMs'>,
  itemCount: number | undefined,
): LoadRate {
  const begun = from ?? { rowCount: 0, scannedCount: 0, elapsedMs: 0 };
  const seconds = (progress.elapsedMs - begun.elapsedMs) / 1_000;
  const told = seconds * 1_000 >= shortestMs;
  const rowsPerSecond = told ? (progress.rowCount - begun.rowCount) / seconds : undefined;
  if (itemCount === undefined || itemCount <= progress.scannedCount)
    return { rowsPerSecond, share: undefined, secondsLeft: undefined };
  const scannedPerSecond = told ? (progress.scannedCount - begun.scannedCount) / seconds : 0;
  const left = itemCount - progress.scannedCount;
  return {
    rowsPerSecond,
    share: progress.scannedCount / itemCount,
    secondsLeft: scannedPerSecond > 0 ? left / scannedPerSecond : undefined,
  };
}

/** `about 5 s left`, `about 3 min left`, `about 2 h left`. */
export function timeLeftInWords(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s left`;
  const minutes = seconds / 60;
  if (minutes < 90) return `about ${Math.round(minutes)} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}
