import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useDelayedFlag } from '../../ui/use-delayed-flag.ts';
import { firstMatchFrom, stepMatch } from './match-steps.ts';
import type { ResultSet } from './result-set.ts';
import type { ResultState } from './result-state.ts';
import { hiddenRows, shownPlace } from './row-overlay.ts';

/** Long enough that a word is typed, short enough that one waits for nothing. */
const debounceMs = 180;

export type Finding = ReturnType<typeof useFind>;

type FindState = {
  readonly opened: boolean;
  readonly text: string;
  readonly matchCase: boolean;
  /** Where one stands: the search that goes on with another letter does not jump about. */
  readonly place: number;
  /** Another number each time that another match is to be shown. */
  readonly asked: number;
};

const closed: FindState = { opened: false, text: '', matchCase: false, place: 0, asked: 0 };
const none: readonly number[] = [];

/** Looks for text in the loaded rows, and goes from one row that holds it to the next. */
export function useFind(resultSet: ResultSet, state: ResultState) {
  const [find, setFind] = useState(closed);
  const wanted = find.opened ? find.text : '';
  const [text] = useDebouncedValue(wanted, debounceMs);
  const { resultSetId, view, reading, progress, overlay } = state;
  // Rows that come while all are read are looked through once they are all there.
  const rows = reading === undefined ? progress?.rowCount : -1;
  const { matchCase } = find;
  const query = useQuery({
    queryKey: ['find', resultSetId, view?.viewId, rows, text, matchCase],
    queryFn: ({ signal }) => resultSet.find(text, matchCase, signal),
    enabled: wanted !== '' && text !== '' && rows !== -1,
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const searching = useDelayedFlag(query.isFetching);

  const matches = wanted === '' ? undefined : query.data;
  const current = matches === undefined ? -1 : firstMatchFrom(matches, find.place);
  const step = (direction: 1 | -1) => {
    if (matches === undefined || current < 0) return;
    const place = matches.places[stepMatch(matches, current, direction)] ?? 0;
    setFind({ ...find, place, asked: find.asked + 1 });
  };

  // Always the same one: it is part of a command, which would else be offered anew at each drawing.
  const open = useCallback(() => setFind((before) => ({ ...before, opened: true })), []);

  const hidden = hiddenRows(overlay);
  const places = matches?.places ?? none;
  const shown = useMemo(() => shownPlaces(places, hidden), [places, hidden]);
  const currentPlace = places[current];
  return {
    opened: find.opened,
    text: find.text,
    matchCase,
    matches,
    current,
    searching,
    error: wanted === '' ? null : query.error,
    open,
    close: () => setFind((before) => ({ ...before, opened: false })),
    look: (changed: Partial<Pick<FindState, 'text' | 'matchCase'>>) =>
      setFind((before) => ({ ...before, ...changed, asked: before.asked + 1 })),
    next: () => step(1),
    previous: () => step(-1),
    /** The places at which the rows that were found are shown, beneath what is staged. */
    places: shown,
    currentPlace: currentPlace === undefined ? undefined : shownPlace(currentPlace, hidden),
    /** Undefined until what was asked for last is found. */
    asked: query.isPlaceholderData || wanted !== text ? undefined : find.asked,
  };
}

function shownPlaces(places: readonly number[], hidden: readonly number[]): ReadonlySet<number> {
  if (hidden.length === 0) return new Set(places);
  const shown = places.map((place) => shownPlace(place, hidden));
  return new Set(shown.filter((place) => place !== undefined));
}
