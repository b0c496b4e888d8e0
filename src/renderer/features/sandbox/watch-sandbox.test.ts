import { expect, it } from 'vitest';
import type { SandboxStatus } from '../../../contract/sandbox.ts';
import type { SortkeyClient } from '../../client/client-type.ts';
import { watchSandbox } from './watch-sandbox.ts';

const status = (state: SandboxStatus['state']): SandboxStatus => ({
  state,
  engine: 'Dynoxide',
  version: '1.2.1',
  environment: [],
  lacks: [],
  restarts: 0,
});

/** A client whose watches run through the given scripts, one after another. */
function clientOf(scripts: (() => AsyncGenerator<SandboxStatus>)[], signals: AbortSignal[]) {
  const watch = async (_input: undefined, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    const script = scripts.shift();
    if (script === undefined) throw new Error('LINK_CLOSED');
    return script();
  };
  return { sandbox: { watch: watch as unknown as SortkeyClient['sandbox']['watch'] } };
}

it('takes the watch up again where it ended or failed, until it is stopped', async () => {
  const signals: AbortSignal[] = [];
  const heard: string[] = [];
  const scripts = [
    async function* ended() {
      yield status('starting');
    },
    // oxlint-disable-next-line require-yield -- it fails before its first status
    async function* failed(): AsyncGenerator<SandboxStatus> {
      throw new Error('gone');
    },
    async function* again() {
      yield status('running');
    },
  ];
  await new Promise<void>((resolve) => {
    const stop = watchSandbox(
      clientOf(scripts, signals),
      ({ state }) => {
        heard.push(state);
        if (state === 'running') {
          stop();
          resolve();
        }
      },
      0,
    );
  });
  expect(heard).toEqual(['starting', 'running']);
  expect(signals.at(-1)?.aborted).toBe(true);
});
