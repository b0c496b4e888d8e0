// @vitest-environment jsdom
import { beforeAll, expect, test, vi } from 'vitest';

const exposed = vi.hoisted(() => new Map<string, Record<string, (input?: unknown) => unknown>>());
const listeners = vi.hoisted(() => new Map<string, (event: { ports: unknown[] }) => void>());
const invoke = vi.hoisted(() => vi.fn(async (..._args: unknown[]) => 'reference'));
const paths = vi.hoisted(() => ({ path: '/home/ann/data.json' }));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => exposed.set(name, api),
  },
  ipcRenderer: {
    on: (channel: string, listener: () => void) => listeners.set(channel, listener),
    invoke,
  },
  webUtils: { getPathForFile: () => paths.path },
}));

beforeAll(() => import('./index.ts'));

test('the surface that a page sees is these two functions and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['sortkey']);
  const surface = exposed.get('sortkey') ?? {};
  expect(Object.entries(surface).map(([name, value]) => [name, typeof value])).toEqual([
    ['requestPort', 'function'],
    ['referenceFile', 'function'],
  ]);
  expect([...listeners.keys()]).toEqual(['sortkey:port']);
});

test('a page cannot choose what main is asked', async () => {
  const surface = exposed.get('sortkey') ?? {};
  await surface['requestPort']?.('something else');
  expect(invoke).toHaveBeenLastCalledWith('sortkey:request-port');
  expect(await surface['referenceFile']?.(new File([], 'x'))).toBe('reference');
  expect(invoke).toHaveBeenLastCalledWith('sortkey:reference-file', '/home/ann/data.json');
});

test('a file without a path is left to the page, to be posted', async () => {
  paths.path = '';
  const calls = invoke.mock.calls.length;
  expect(await exposed.get('sortkey')?.['referenceFile']?.(new File([], 'x'))).toBeUndefined();
  expect(invoke).toHaveBeenCalledTimes(calls);
});

test('a port goes on to the page, and only ports do', async () => {
  const post = vi.spyOn(window, 'postMessage').mockReturnValue();
  const ports = [{}];
  listeners.get('sortkey:port')?.({ ports });
  expect(post).toHaveBeenCalledExactlyOnceWith('sortkey:port', '*', ports);
});
