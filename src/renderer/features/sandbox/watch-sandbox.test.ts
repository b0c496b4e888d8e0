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

type Event = SandboxStatus | Error;

async function* play(events: readonly Event[]): AsyncGenerator<SandboxStatus> {
  for (const event of events) {
    if (event instanceof Error) throw event;
    yield event;
  }
}

/** A client whose watches play the given events, one list after another. */
function clientOf(watches: Event[][], signals: AbortSignal[]) {
  const watch = async (_input: undefined, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    const events = watches.shift();
    if (events === undefined) throw new Error('LINK_CLOSED');
    return play(events);
  };
  return { sandbox: { watch: watch as unknown as SortkeyClient['sandbox']['watch'] } };
}

it('takes the watch up again where it ended or failed, until it is stopped', async () => {
  const signals: AbortSignal[] = [];
  const heard: string[] = [];
  const watches = [[status('starting')], [new Error('gone')], [status('running')]];
  await new Promise<void>((resolve) => {
    const stop = watchSandbox(
      clientOf(watches, signals),
      ({ state }) => {
        heard.push(state);
        if (state !== 'running') return;
        stop();
        resolve();
      },
      0,
    );
  });
  expect(heard).toEqual(['starting', 'running']);
  expect(signals.at(-1)?.aborted).toBe(true);
});
