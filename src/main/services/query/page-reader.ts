import type { Item } from '../../../domain/attribute-value.ts';
import { sortNames } from '../dynamodb/sort-names.ts';
import type { WireAnswer } from '../dynamodb/wire-types.ts';

/** A Query's or Scan's answer, as far as it is used. */
type PageBody = {
  readonly Items?: readonly Item[];
  readonly ScannedCount?: number;
  readonly LastEvaluatedKey?: Item;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
};

export type Page = {
  readonly items: readonly Item[];
  readonly scannedCount: number;
  readonly consumedCapacity: number | undefined;
};

/** Reads a Query or Scan on, page after page. */
export type PageReader = {
  /** True once DynamoDB has no further page. */
  readonly isAtEnd: () => boolean;
  /** The next page, of at most so many items looked at. */
  readonly next: (limit: number, signal: AbortSignal) => Promise<Page>;
};

export function createPageReader(
  request: object,
  send: (body: string, signal: AbortSignal) => Promise<WireAnswer>,
): PageReader {
  let startKey: Item | undefined;
  let atEnd = false;
  return {
    isAtEnd: () => atEnd,
    async next(limit, signal) {
      const body = JSON.stringify({
        ...request,
        ...(startKey === undefined ? {} : { ExclusiveStartKey: startKey }),
        Limit: limit,
      });
      const answer = await send(body, signal);
      const page = JSON.parse(answer.body) as PageBody;
      startKey = page.LastEvaluatedKey;
      atEnd = startKey === undefined;
      const items = (page.Items ?? []).map((item) => sortNames(item) as Item);
      return {
        items,
        scannedCount: page.ScannedCount ?? items.length,
        consumedCapacity: page.ConsumedCapacity?.CapacityUnits,
      };
    },
  };
}
