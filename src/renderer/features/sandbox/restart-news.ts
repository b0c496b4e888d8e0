import type { SandboxStatus } from '../../../contract/sandbox.ts';

const words =
  'The sandbox’s engine stopped and was started again. Everything that was saved is there.';

/** Takes every status of the engine, and tells of each time that it came back since the first. */
export function createRestartNews(tell: (words: string) => void) {
  let known: number | undefined;
  return ({ state, restarts }: Pick<SandboxStatus, 'state' | 'restarts'>): void => {
    if (state !== 'running') return;
    if (known !== undefined && restarts > known) tell(words);
    known = restarts;
  };
}
