import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ColumnLayout } from '../../../contract/workspace.ts';
import { emptyLayout } from './column-layout.ts';
import { createLayoutKeeper } from './layout-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const layoutWith = (...order: string[]): ColumnLayout => ({ ...emptyLayout, order });

it('writes the last of many changes, once they rest', async () => {
  const write = vi.fn(async () => ({}));
  const keeper = createLayoutKeeper(write, (error) => expect.unreachable(String(error)));
  keeper.keep(layoutWith('a'));
  keeper.keep(layoutWith('b'));
  expect(write).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  expect(write.mock.calls).toEqual([[layoutWith('b')]]);
});

it('writes at once what waits, and nothing twice', async () => {
  const write = vi.fn(async () => ({}));
  const keeper = createLayoutKeeper(write, (error) => expect.unreachable(String(error)));
  keeper.flush();
  keeper.keep(layoutWith('a'));
  keeper.flush();
  keeper.flush();
  await vi.runAllTimersAsync();
  expect(write.mock.calls).toEqual([[layoutWith('a')]]);
});

it('tells when a layout is not kept', async () => {
  const onError = vi.fn();
  const problem = new Error('disk full');
  const keeper = createLayoutKeeper(() => Promise.reject(problem), onError);
  keeper.keep(layoutWith('a'));
  await vi.runAllTimersAsync();
  expect(onError.mock.calls).toEqual([[problem]]);
});
