import { describe, expect, it } from 'vitest';
import { createWatchedValue } from './watched-value.ts';

describe('a watched value', () => {
  it('gives the value now, and then the latest of its changes', async () => {
    const value = createWatchedValue('a');
    const watch = value.watch();
    expect(await watch.next()).toEqual({ done: false, value: 'a' });
    const next = watch.next();
    value.set('b');
    expect(await next).toEqual({ done: false, value: 'b' });
    value.set('c');
    value.set('d');
    expect(await watch.next()).toEqual({ done: false, value: 'd' });
    value.close();
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  it('ends a waiting watch when its signal does', async () => {
    const controller = new AbortController();
    const watch = createWatchedValue(1).watch(controller.signal);
    await watch.next();
    const next = watch.next();
    controller.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('ends a waiting watch when it is closed', async () => {
    const value = createWatchedValue(1);
    const watch = value.watch();
    await watch.next();
    const next = watch.next();
    value.close();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
