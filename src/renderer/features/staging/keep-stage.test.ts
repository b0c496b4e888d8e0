import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, oneof, constant } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { arbitraryItem } from '../../../domain/testing/arbitrary-item.ts';
import { createWorkspaceService } from '../../../main/services/workspace/workspace-service.ts';
import type { WorkspaceService } from '../../../main/services/workspace/workspace-service.ts';
import { createStageKeeper } from './keep-stage.ts';
import type { StageKeeperOptions } from './keep-stage.ts';
import { createStageKeepers } from './stage-keepers.ts';
import type { StagedChange } from './staged-change.ts';
import { forgetScope, stageChanges, stageOf, turnStage } from './staging-store.ts';

const scope = 'scope';
const name = { connectionId: 'c', tableName: 'Books', incarnation: '1', windowId: 'w' };
const edit = (rowKey: string, price: string): StagedChange => ({
  rowKey,
  original: { id: { S: rowKey } },
  edited: { id: { S: rowKey }, price: { N: price } },
});

let folder: string;
let service: WorkspaceService;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-stage-'));
  service = await createWorkspaceService({ dataFolder: folder });
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
  forgetScope(scope);
});

const closed = () => new SortkeyError('LINK_CLOSED', 'The link is closed.');

/** The service as the renderer reaches it, over a link that can be cut. */
function link() {
  let cutting = new AbortController();
  let isOpen = true;
  const appended: string[] = [];
  const workspace = {
    openStage: (input: typeof name, options?: { signal?: AbortSignal }) => {
      if (!isOpen) return Promise.reject(closed());
      const { signal: cut } = cutting;
      const signal = AbortSignal.any([cut, ...(options?.signal ? [options.signal] : [])]);
      return Promise.resolve(
        (async function* () {
          yield* service.openStage(input, signal);
          if (cut.aborted) throw closed();
        })(),
      );
    },
    appendStage: async (input: typeof name & { entries: string }) => {
      if (!isOpen) throw closed();
      appended.push(input.entries);
      await service.appendStage(input, input.entries);
      return {};
    },
  };
  const cut = () => {
    isOpen = false;
    cutting.abort();
    cutting = new AbortController();
  };
  const mend = () => {
    isOpen = true;
  };
  return {
    workspace: workspace as unknown as StageKeeperOptions['workspace'],
    appended,
    cut,
    mend,
  };
}

function keeper(options: Partial<StageKeeperOptions> = {}) {
  const onRestored = vi.fn<StageKeeperOptions['onRestored']>();
  const onProblem = vi.fn<StageKeeperOptions['onProblem']>();
  const kept = createStageKeeper({
    workspace: link().workspace,
    scope,
    name,
    onRestored,
    onProblem,
    delaysMs: [1],
    ...options,
  });
  return { ...kept, onRestored, onProblem };
}

const text = () => JSON.stringify([...stageOf(scope)].toSorted(([a], [b]) => (a < b ? -1 : 1)));

describe('what is staged', () => {
  it('is staged again as it was, by the next window too', async () => {
    const anyItem = arbitraryItem({ storable: true });
    const anyPatch = array(
      constantFrom('a', 'b', 'new:1').chain((rowKey) => {
        const original = rowKey === 'new:1' ? undefined : { id: { S: rowKey } };
        const item = anyItem.map((edited) => ({ rowKey, original, edited }));
        return oneof(item, constant(undefined)).map((change) => [rowKey, change] as const);
      }),
      { maxLength: 6 },
    );
    let windows = 0;
    await assert(
      asyncProperty(array(anyPatch, { maxLength: 4 }), async (patches) => {
        windows += 1;
        const first = keeper({ name: { ...name, incarnation: `${windows}` } });
        for (const patch of patches) stageChanges(scope, patch);
        turnStage(scope, 'undo');
        expect(await first.close()).toBe(true);
        const before = text();
        const count = stageOf(scope).size;
        forgetScope(scope);
        const second = keeper({ name: { ...name, incarnation: `${windows}`, windowId: 'other' } });
        if (count > 0)
          await vi.waitFor(() => expect(second.onRestored).toHaveBeenCalledWith(count, 0));
        expect(text()).toBe(before);
        stageChanges(
          scope,
          [...stageOf(scope).keys()].map((key) => [key, undefined] as const),
        );
        await second.close();
        forgetScope(scope);
      }),
      { numRuns: 30 },
    );
  });

  it('goes on in memory while the link is closed, and is kept once it is open again', async () => {
    const { workspace, appended, cut, mend } = link();
    const first = keeper({ workspace });
    stageChanges(scope, [['a', edit('a', '1')]]);
    await vi.waitFor(() => expect(appended).toHaveLength(1));
    cut();
    stageChanges(scope, [['a', edit('a', '2')]]);
    stageChanges(scope, [['b', edit('b', '3')]]);
    mend();
    await vi.waitFor(() => expect(appended.join('\n')).toContain('"3"'));
    const before = text();
    expect(await first.close()).toBe(true);
    expect(first.onRestored).not.toHaveBeenCalled();
    expect(first.onProblem).not.toHaveBeenCalled();
    forgetScope(scope);
    const second = keeper();
    await vi.waitFor(() => expect(second.onRestored).toHaveBeenCalledWith(2, 0));
    expect(text()).toBe(before);
    await second.close();
  });

  it('is kept again where another window took it over while the link was closed', async () => {
    const { workspace, appended, cut, mend } = link();
    const first = keeper({ workspace });
    stageChanges(scope, [['a', edit('a', '1')]]);
    await vi.waitFor(() => expect(appended).toHaveLength(1));
    cut();
    const other = 'scope of another window';
    const second = keeper({ scope: other, name: { ...name, windowId: 'other' } });
    await vi.waitFor(() => expect(second.onRestored).toHaveBeenCalledWith(1, 0));
    stageChanges(other, [['a', undefined]]);
    expect(await second.close()).toBe(true);
    mend();
    await vi.waitFor(() => expect(appended).toHaveLength(2));
    await first.close();
    forgetScope(scope);
    const third = keeper();
    await vi.waitFor(() => expect(third.onRestored).toHaveBeenCalledWith(1, 0));
    await third.close();
    forgetScope(other);
  });

  it('counts as it is in memory, where something else was kept of the same row', async () => {
    const first = keeper();
    stageChanges(scope, [
      ['a', edit('a', '1')],
      ['b', edit('b', '1')],
    ]);
    await first.close();
    forgetScope(scope);
    // Typed before what was kept could be told.
    const second = keeper();
    stageChanges(scope, [['a', edit('a', '2')]]);
    await vi.waitFor(() => expect(second.onRestored).toHaveBeenCalledWith(1, 0));
    expect(stageOf(scope).get('a')).toEqual(edit('a', '2'));
    expect(stageOf(scope).get('b')).toEqual(edit('b', '1'));
    await second.close();
  });

  it('is told once not to be kept where it cannot be, and nothing of it is lost', async () => {
    // A file where the folder should be.
    await writeFile(join(folder, 'stages'), '');
    const first = keeper();
    stageChanges(scope, [['a', edit('a', '1')]]);
    stageChanges(scope, [['b', edit('b', '1')]]);
    await vi.waitFor(() => expect(first.onProblem).toHaveBeenCalled());
    stageChanges(scope, [['c', edit('c', '1')]]);
    expect(await first.close()).toBe(false);
    expect(first.onProblem).toHaveBeenCalledTimes(1);
    expect(String(first.onProblem.mock.calls[0]?.[0])).toContain('cannot be kept');
    expect(stageOf(scope).size).toBe(3);
    await rm(join(folder, 'stages'));
    const second = keeper();
    await vi.waitFor(async () => expect(await readdir(join(folder, 'stages'))).toHaveLength(1));
    expect(await second.close()).toBe(true);
  });

  it('is kept once there is room again, without anything being staged meanwhile', async () => {
    const { workspace, appended } = link();
    let full = true;
    const { appendStage } = workspace;
    const first = keeper({
      workspace: {
        ...workspace,
        appendStage: (...input: Parameters<typeof appendStage>) =>
          full
            ? Promise.reject(new SortkeyError('WORKSPACE_NOT_WRITTEN', 'The disk is full.'))
            : appendStage(...input),
      },
    });
    stageChanges(scope, [['a', edit('a', '1')]]);
    await vi.waitFor(() => expect(first.onProblem).toHaveBeenCalledTimes(1));
    full = false;
    await vi.waitFor(() => expect(appended).toHaveLength(1));
    expect(await first.close()).toBe(true);
  });

  it('is sent in batches of a megabyte', async () => {
    const { workspace, appended } = link();
    const first = keeper({ workspace });
    const large = { S: 'x'.repeat(300_000) };
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    stageChanges(
      scope,
      keys.map((key) => [key, { rowKey: key, original: undefined, edited: { large } }] as const),
    );
    await first.close();
    expect(appended).toHaveLength(2);
    for (const entries of appended) expect(entries.length).toBeLessThan(1_000_000);
  });
});

it('frees a stage once its tab is closed and all of it is kept', async () => {
  const { workspace, appended } = link();
  const keepers = createStageKeepers();
  keepers.keep({ workspace, scope, tab: 'Books', name });
  stageChanges(scope, [['a', edit('a', '1')]]);
  keepers.keepOnly(new Set(['Books']));
  expect(stageOf(scope).size).toBe(1);
  keepers.keepOnly(new Set());
  await vi.waitFor(() => expect(stageOf(scope).size).toBe(0));
  expect(appended).toHaveLength(1);
});
