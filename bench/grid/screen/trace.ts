import type { Browser, Page } from '@playwright/test';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
};

/**
 * The processor's time that the page's main thread used for each frame, in milliseconds: what a
 * frame costs, whoever else has the processors.
 */
export async function frameCosts(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline.frame'],
  });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: TraceEvent[];
  };
  const events = trace.traceEvents;
  const frames = events.filter(({ name }) => name === 'BeginMainThreadFrame');
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const counts = new Map<string, number>();
  for (const event of frames) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  // The page has more frames than any other that Chromium keeps.
  const [thread] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const starts = frames
    .filter((event) => threadOf(event) === thread)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  const tasks = events
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && threadOf(event) === thread)
    .toSorted((a, b) => a.ts - b.ts);
  const costs = starts.map(() => 0);
  let frame = 0;
  for (const { ts, tdur, dur } of tasks) {
    while (frame + 1 < starts.length && ts >= (starts[frame + 1] ?? Infinity)) frame += 1;
    costs[frame] = (costs[frame] ?? 0) + (tdur ?? dur ?? 0) / 1_000;
  }
  return costs;
}
