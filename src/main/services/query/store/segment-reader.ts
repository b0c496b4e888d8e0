import type { PageRest } from './cut-page.ts';
import type { ResultStore } from './result-store.ts';

/** What reading one page has brought. */
export type PageRead = {
  readonly rowCount: number;
  readonly scannedCount: number;
  readonly consumedCapacity: number | undefined;
};

/** Sends a Query's, Scan's or SELECT's request, JSON text, and answers the body as it came. */
export type SendPage = (request: string, signal: AbortSignal) => Promise<Uint8Array>;

/** Reads a Query or Scan into a store, from where it ended the last time. */
export type SegmentReader = {
  /** How many parts there are. */
  readonly segments: number;
  /** True once DynamoDB has no further page. */
  readonly isAtEnd: () => boolean;
  /** Reads the next page of the first segment that has not ended. */
  readonly readPage: (limit: number, signal: AbortSignal) => Promise<PageRead>;
  /** Reads all the rest, the segments at once. What was read before a failure stays. */
  readonly readAll: (
    limit: () => number,
    signal: AbortSignal,
    onPage: (page: PageRead) => void,
  ) => Promise<void>;
};

type Segment = {
  readonly members: object;
  /** The members with which its next page is asked for; undefined before the first. */
  next: object | undefined;
  ended: boolean;
};

/** What asks for the page after an answer; undefined where it was the last one. */
function nextPage({ LastEvaluatedKey: key, NextToken }: PageRest): object | undefined {
  if (key !== undefined) return { ExclusiveStartKey: key };
  return NextToken === undefined ? undefined : { NextToken };
}

/**
 * `segments` is the number of parts that a Scan is cut into: as many as the connection's
 * capabilities allow, since a scan that was begun in one part cannot go on in several. One for a
 * Query. [API: Query, Scan, ExecuteStatement]
 */
export function createSegmentReader(given: {
  readonly request: object;
  readonly segments: number;
  readonly send: SendPage;
  readonly store: Pick<ResultStore, 'append'>;
}): SegmentReader {
  const { request, send, store } = given;
  const segments = Array.from({ length: given.segments }, (_, number): Segment => {
    const members = given.segments === 1 ? {} : { Segment: number, TotalSegments: given.segments };
    return { members, next: undefined, ended: false };
  });

  async function read(segment: Segment, limit: number, signal: AbortSignal): Promise<PageRead> {
    signal.throwIfAborted();
    const { members, next } = segment;
    const text = JSON.stringify({ ...request, ...members, ...next, Limit: limit });
    const { rest, rowCount, kept } = store.append(await send(text, signal));
    segment.next = nextPage(rest);
    segment.ended = segment.next === undefined;
    await kept;
    const scannedCount = rest.ScannedCount ?? rowCount;
    return { rowCount, scannedCount, consumedCapacity: rest.ConsumedCapacity?.CapacityUnits };
  }

  async function readAll(
    limit: () => number,
    signal: AbortSignal,
    onPage: (page: PageRead) => void,
  ): Promise<void> {
    // The first failure ends the others, and is the one that is told.
    const failing = new AbortController();
    const either = AbortSignal.any([signal, failing.signal]);
    const readSegment = async (segment: Segment): Promise<void> => {
      try {
        while (!segment.ended) onPage(await read(segment, limit(), either));
      } catch (cause) {
        failing.abort(cause);
      }
    };
    await Promise.all(segments.map(readSegment));
    failing.signal.throwIfAborted();
  }

  return {
    segments: given.segments,
    isAtEnd: () => segments.every(({ ended }) => ended),
    async readPage(limit, signal) {
      const segment = segments.find(({ ended }) => !ended);
      if (segment === undefined) throw new RangeError('There is no further page');
      return read(segment, limit, signal);
    },
    readAll,
  };
}
