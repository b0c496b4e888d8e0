import { useState } from 'react';
import type { GoTo } from '../grid/items-grid-props.ts';

let lastId = 1_000_000_000;

/** The id of a place to go to that no search gives: these are counted from one. */
export function nextPlaceId(): number {
  lastId += 1;
  return lastId;
}

/** The one of two places that was asked for last. */
export function useLatestPlace(one: GoTo | undefined, other: GoTo | undefined): GoTo | undefined {
  const [known, setKnown] = useState({ one, other, latest: one ?? other });
  const isOne = known.one?.id !== one?.id;
  if (isOne || known.other?.id !== other?.id) setKnown({ one, other, latest: isOne ? one : other });
  return known.latest;
}
