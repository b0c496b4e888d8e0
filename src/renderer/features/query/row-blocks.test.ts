import { describe, expect, it, vi } from 'vitest';
import type { Item } from '../../../domain/attribute-value.ts';
import { createRowBlocks } from './row-blocks.ts';

function setUp(initialCount: number) {
  const set = { count: initialCount };
  const asked: number[] = [];
  const fetchRows = (first: number, count: number) => {
    asked.push(first);
    const length = Math.max(0, Math.min(count, set.count - first));
    return Promise.resolve(
      Array.from({ length }, (_, index): Item => ({ id: { N: String(first + index) } })),
    );
  };
  const onBlock = vi.fn<(first: number, rows: readonly Item[]) => void>();
  const onError = vi.fn<(error: unknown) => void>();
  const blocks = createRowBlocks(fetchRows, onBlock, onError);
  const wait = (calls: number) =>
    vi.waitFor(() => expect(onBlock).toHaveBeenCalledTimes(calls), { interval: 1 });
  return { set, asked, blocks, onBlock, wait };
}

describe('row blocks', () => {
  it('fetch just the blocks that are seen, each once', async () => {
    const { asked, blocks, wait } = setUp(10_000);
    expect(blocks.row(250)).toBeUndefined();
    blocks.want(250, 320, 10_000);
    blocks.want(250, 320, 10_000);
    await wait(2);
    expect(asked).toEqual([200, 300]);
    expect(blocks.row(250)).toEqual({ id: { N: '250' } });
    expect(blocks.row(400)).toBeUndefined();
  });

  it('read a block again that was cut short by the end, once there is more', async () => {
    const { set, asked, blocks, wait } = setUp(30);
    blocks.want(0, 40, 30);
    await wait(1);
    blocks.want(0, 40, 30);
    expect(asked).toEqual([0]);
    set.count = 150;
    blocks.want(0, 40, 150);
    await wait(2);
    expect(asked).toEqual([0, 0]);
    expect(blocks.row(99)).toEqual({ id: { N: '99' } });
  });

  it('do not ask again and again for what failed', async () => {
    const fetchRows = vi.fn<() => Promise<readonly Item[]>>(() =>
      Promise.reject(new Error('The link is closed.')),
    );
    const onError = vi.fn<(error: unknown) => void>();
    const blocks = createRowBlocks(fetchRows, () => undefined, onError);
    blocks.want(0, 10, 100);
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1), { interval: 1 });
    blocks.want(0, 10, 100);
    expect(fetchRows).toHaveBeenCalledTimes(1);
  });

  it('keep no more than a few thousand rows', async () => {
    const { blocks, onBlock, wait } = setUp(1_000_000);
    for (let block = 0; block < 70; block += 1) {
      blocks.want(block * 100, block * 100, 1_000_000);
      await wait(block + 1);
    }
    expect(onBlock).toHaveBeenCalledTimes(70);
    expect([...blocks.entries()].length).toBe(6_000);
    expect(blocks.row(0)).toBeUndefined();
    expect(blocks.row(6_999)).toBeDefined();
  });
});

/** Blocks of which none ever comes. */
function never() {
  const signals = new Map<number, AbortSignal>();
  const fetchRows = (first: number, _: number, signal: AbortSignal) => {
    signals.set(first, signal);
    return new Promise<readonly Item[]>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  };
  const onError = vi.fn<(error: unknown) => void>();
  return { signals, onError, blocks: createRowBlocks(fetchRows, () => undefined, onError) };
}

describe('what is asked for', () => {
  it('is let go once it is far out of sight, and asked for again when it is seen', async () => {
    const { signals, onError, blocks } = never();
    blocks.want(0, 20, 100_000);
    blocks.want(90, 120, 100_000);
    expect(signals.get(0)?.aborted).toBe(false);
    blocks.want(50_000, 50_020, 100_000);
    expect(signals.get(0)?.aborted).toBe(true);
    expect(signals.get(50_000)?.aborted).toBe(false);
    blocks.want(0, 20, 100_000);
    expect(signals.get(0)?.aborted).toBe(false);
    await Promise.resolve();
    expect(onError).not.toHaveBeenCalled();
  });

  it('is let go where the rows are not shown any more', async () => {
    const { signals, onError, blocks } = never();
    blocks.want(0, 150, 1_000);
    blocks.dispose();
    expect([...signals.values()].map(({ aborted }) => aborted)).toEqual([true, true]);
    await Promise.resolve();
    expect(onError).not.toHaveBeenCalled();
  });

  it('is here before it is shown, where it is waited for', async () => {
    const { blocks, onBlock } = setUp(30);
    await blocks.begin(30, new AbortController().signal);
    expect(blocks.row(29)).toEqual({ id: { N: '29' } });
    expect(onBlock).not.toHaveBeenCalled();
  });
});
