import type { SandboxStatus } from '../../../contract/sandbox.ts';
import { useSandboxStatus } from './use-sandbox.ts';

const words: Readonly<Record<SandboxStatus['state'], string>> = {
  starting: 'The sandbox is starting…',
  running: 'Sandbox data is kept on this computer',
  restarting: 'The sandbox’s engine stopped and is starting again…',
  stopped: 'The sandbox is stopped',
  failed: 'The sandbox failed',
};

/** What the sandbox's engine does, in a few words. */
export function SandboxState() {
  const { data } = useSandboxStatus();
  return data === undefined ? null : <output>{words[data.state]}</output>;
}
