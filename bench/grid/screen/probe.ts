/** What the page says of a stretch of scrolling. */
export type Watched = {
  /** The time between one frame and the next, in milliseconds. */
  readonly frames: readonly number[];
  /** The longest time that one row in sight had no item yet. */
  readonly longestBlankRowMs: number;
  /** The longest time that a place in sight showed rows without items, or none. */
  readonly longestBlankPlaceMs: number;
  readonly firstRow: number;
  readonly lastRow: number;
};

export type Probe = {
  /** Begins to wait for the first rows of another run. */
  awaitRows: () => void;
  /** From the message that tells of the first rows to their picture; undefined until then. */
  firstRowsMs: number | undefined;
  watch: () => void;
  watched: () => Watched;
  /** Begins to time keys. */
  timeKeys: () => void;
  /** From each key to the picture after it, in milliseconds. */
  keyTimes: () => readonly number[];
};

declare global {
  interface Window {
    sortkeyProbe: Probe;
  }
}

/** Put into the page before its own scripts. It stands on its own: nothing of here is there. */
export function installProbe(): void {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- only this function is in the page
  const afterPaint = (then: (now: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => then(performance.now()), { once: true });
      port1.start();
      port2.postMessage(undefined);
    });

  let arrivedAt: number | undefined;
  let looking = false;
  const lookForRows = () => {
    const row = document.querySelector('[role="grid"] [aria-rowindex="2"]:not([aria-busy])');
    if (row === null) return void requestAnimationFrame(lookForRows);
    return afterPaint((now) => {
      probe.firstRowsMs = now - (arrivedAt ?? now);
    });
  };
  const onMessage = ({ data }: MessageEvent) => {
    if (typeof data !== 'string') return;
    if (arrivedAt === undefined && /"rowCount":[1-9]/.test(data)) arrivedAt = performance.now();
    else if (arrivedAt !== undefined && !looking && data.includes('"items":"[{')) {
      looking = true;
      // The page itself is told next.
      requestAnimationFrame(lookForRows);
    }
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', onMessage);
    }
  };

  let going = false;
  let result: Watched | undefined;
  let stopWatching: (() => void) | undefined;
  const watch = () => {
    stopWatching?.();
    going = true;
    const frames: number[] = [];
    const rowsSince = new Map<string, number>();
    const placesSince = new Map<number, number>();
    const grid = document.querySelector('[role="grid"]');
    if (grid === null) throw new Error('There is no grid.');
    const place = grid.getBoundingClientRect();
    const [top, bottom] = [place.top + 34, place.top + grid.clientHeight - 6];
    const places = Array.from({ length: 7 }, (_, index) => top + ((bottom - top) * index) / 6);
    let [longestRow, longestPlace, first, last] = [0, 0, Infinity, 0];
    let before: number | undefined;
    const look = (now: number) => {
      if (!going) return;
      if (before !== undefined) frames.push(now - before);
      before = now;
      const blankRows = new Set<string>();
      for (const y of places) {
        const row = document.elementFromPoint(place.left + 20, y)?.closest('[aria-rowindex]');
        const index = row?.getAttribute('aria-rowindex') ?? undefined;
        const blank = index === undefined || row?.getAttribute('aria-busy') === 'true';
        if (index !== undefined) {
          first = Math.min(first, Number(index));
          last = Math.max(last, Number(index));
        }
        if (!blank) {
          placesSince.delete(y);
          continue;
        }
        const since = placesSince.get(y) ?? now;
        placesSince.set(y, since);
        longestPlace = Math.max(longestPlace, now - since);
        if (index === undefined) continue;
        blankRows.add(index);
        const rowSince = rowsSince.get(index) ?? now;
        rowsSince.set(index, rowSince);
        longestRow = Math.max(longestRow, now - rowSince);
      }
      for (const index of rowsSince.keys()) if (!blankRows.has(index)) rowsSince.delete(index);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    stopWatching = () => {
      going = false;
      result = {
        frames,
        longestBlankRowMs: longestRow,
        longestBlankPlaceMs: longestPlace,
        firstRow: first - 1,
        lastRow: last - 1,
      };
    };
  };

  const times: number[] = [];
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    afterPaint((now) => times.push(now - timeStamp));
  };

  const probe: Probe = {
    awaitRows: () => {
      [arrivedAt, looking, probe.firstRowsMs] = [undefined, false, undefined];
    },
    firstRowsMs: undefined,
    watch,
    watched: () => {
      stopWatching?.();
      if (result === undefined) throw new Error('Nothing was watched.');
      return result;
    },
    timeKeys: () => {
      times.length = 0;
      window.addEventListener('keydown', onKey, { capture: true });
    },
    keyTimes: () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      return times;
    },
  };
  window.sortkeyProbe = probe;
}
