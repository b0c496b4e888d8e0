/** Often enough for a person to see that something moves. */
const defaultIntervalMs = 100;

/** Tells what long work has done, at its first piece and then from time to time. */
export type News = {
  readonly tell: () => void;
  /**
   * Yields where there was news since the last time, until the work has settled; then throws what
   * it failed with.
   */
  readonly during: (work: Promise<unknown>) => AsyncGenerator<void, void, void>;
};

const nothing = (): void => {};

export function createNews(intervalMs = defaultIntervalMs): News {
  let isNew = false;
  let wake = nothing;

  async function* during(work: Promise<unknown>): AsyncGenerator<void, void, void> {
    let ended = false;
    const end = () => {
      ended = true;
      wake();
    };
    work.then(end, end);
    const nextNews = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
        if (isNew || ended) resolve();
      });
    const pause = () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, intervalMs);
        wake = () => {
          if (!ended) return;
          clearTimeout(timer);
          resolve();
        };
        wake();
      });
    for (;;) {
      await nextNews();
      if (ended) break;
      isNew = false;
      yield;
      await pause();
    }
    await work;
  }

  return {
    tell() {
      isNew = true;
      wake();
    },
    during,
  };
}
