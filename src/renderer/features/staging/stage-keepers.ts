import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { createStageKeeper } from './keep-stage.ts';
import type { StageKeeper, StageName } from './keep-stage.ts';
import { changesInWords } from './staged-change.ts';
import { forgetScope } from './staging-store.ts';

type Kept = { readonly keeper: StageKeeper; readonly tab: string };

export type KeepStageOptions = {
  readonly workspace: Pick<SortkeyClient['workspace'], 'openStage' | 'appendStage'>;
  readonly scope: string;
  /** The scope of the tab, whatever was made of the table since. */
  readonly tab: string;
  readonly name: StageName;
};

function tellRestored(changes: number, unreadable: number): void {
  if (changes > 0)
    notifyDone(`${changesInWords(changes)} from before ${changes === 1 ? 'was' : 'were'} kept.`);
  if (unreadable > 0)
    notifyError(
      'Not all of what was staged before can be read',
      new Error(`${changesInWords(unreadable)} could not be read and are not staged again.`),
    );
}

/** Keeps the stages of tables until their tabs are closed. */
export function createStageKeepers() {
  const kept = new Map<string, Kept>();

  /** Keeps what is staged in a scope from now on. */
  const keep = ({ workspace, scope, tab, name }: KeepStageOptions): void => {
    if (kept.has(scope)) return;
    const keeper = createStageKeeper({
      workspace,
      scope,
      name,
      onRestored: tellRestored,
      onProblem: (error) =>
        notifyError('Staged changes are not kept beyond this window for now', error),
    });
    kept.set(scope, { keeper, tab });
  };

  const letGo = async (scope: string, keeper: StageKeeper) => {
    kept.delete(scope);
    const safe = await keeper.close();
    // Its tab may have been opened again meanwhile; and what is not kept is nowhere else.
    if (safe && !kept.has(scope)) forgetScope(scope);
  };

  /** Frees the stages of all tabs but these, once they are kept. */
  const keepOnly = (tabs: ReadonlySet<string>): void => {
    for (const [scope, { keeper, tab }] of kept) if (!tabs.has(tab)) void letGo(scope, keeper);
  };
  return { keep, keepOnly };
}

export const stageKeepers = createStageKeepers();
