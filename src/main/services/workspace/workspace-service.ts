import { once } from 'node:events';
import { implement } from '@orpc/server';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { workspaceContract } from '../../../contract/workspace.ts';
import { layoutsFileIn } from './layouts-file.ts';
import { stageFilesIn } from './stage-files.ts';
import type { StageName } from './stage-files.ts';
import { findBrokenLine, inParts } from './stage-lines.ts';

/** Of what crosses the boundary at once, in characters; a longer line goes by itself. */
const partLength = 1024 * 1024;

/** A part of a stage; `complete` once all of it was told. */
export type StagePart = { readonly entries: string; readonly complete: boolean };

export type WorkspaceDependencies = {
  readonly dataFolder: string;
  /** What time it is, in milliseconds. */
  readonly now?: () => number;
};

export type WorkspaceService = Awaited<ReturnType<typeof createWorkspaceService>>;

/** What is kept of the work at a table between two starts of the app. */
export async function createWorkspaceService({
  dataFolder,
  now = Date.now,
}: WorkspaceDependencies) {
  const layouts = layoutsFileIn(dataFolder);
  const stages = stageFilesIn(dataFolder);
  const closing = new AbortController();
  await stages.removeForgotten(now());

  return {
    readLayout: layouts.read,
    writeLayout: layouts.write,

    /** Holds the stage until the signal ends it, or the services are closed. */
    async *openStage(
      name: StageName,
      signal: AbortSignal = closing.signal,
    ): AsyncGenerator<StagePart, void, void> {
      const lines = await written(() => stages.hold(name));
      try {
        for (const entries of inParts(lines.values(), partLength)) {
          yield { entries, complete: false };
        }
        lines.clear();
        yield { entries: '', complete: true };
        const ended = AbortSignal.any([signal, closing.signal]);
        if (!ended.aborted) await once(ended, 'abort');
      } finally {
        stages.release(name);
      }
    },

    async appendStage(name: StageName, entries: string): Promise<void> {
      const broken = findBrokenLine(entries);
      if (broken !== undefined) {
        const message = `Line ${broken} of what is staged is no {"rowKey", "change"}. Nothing was kept.`;
        throw new SortkeyError('INPUT_INVALID', message);
      }
      await written(() => stages.append(name, entries));
    },

    async close(): Promise<void> {
      closing.abort();
      await stages.settled();
    },
  };
}

async function written<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message =
      `What is staged cannot be kept in the data folder: ${reason}. ` +
      'It would be lost when this window closes: commit it, or make room and go on.';
    throw new SortkeyError('WORKSPACE_NOT_WRITTEN', message, {}, { cause });
  }
}

/** The handlers of `contract.workspace`. [API: none] */
export function createWorkspaceHandlers(service: WorkspaceService) {
  const os = implement(workspaceContract);
  return {
    readLayout: os.readLayout.handler(({ input }) =>
      service.readLayout(input.connectionId, input.tableName),
    ),
    writeLayout: os.writeLayout.handler(async ({ input }) => {
      await service.writeLayout(input.connectionId, input.tableName, input.layout);
      return {};
    }),
    openStage: os.openStage.handler(({ input, signal }) => service.openStage(input, signal)),
    appendStage: os.appendStage.handler(async ({ input }) => {
      await service.appendStage(input, input.entries);
      return {};
    }),
  };
}
