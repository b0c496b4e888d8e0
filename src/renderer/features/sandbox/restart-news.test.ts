import { expect, it } from 'vitest';
import { createRestartNews } from './restart-news.ts';

it('tells once of each restart, when the engine is back, and not of those before', () => {
  const told: string[] = [];
  const hear = createRestartNews((words) => told.push(words));
  hear({ state: 'running', restarts: 3 });
  hear({ state: 'running', restarts: 3 });
  expect(told).toEqual([]);
  hear({ state: 'restarting', restarts: 4 });
  expect(told).toEqual([]);
  hear({ state: 'running', restarts: 4 });
  expect(told).toEqual([expect.stringContaining('was started again')]);
  // The state between two of them may never be seen.
  hear({ state: 'running', restarts: 5 });
  hear({ state: 'failed', restarts: 6 });
  expect(told).toHaveLength(2);
});
