import type { SandboxStatus } from '../../../contract/sandbox.ts';
import type { SortkeyClient } from '../../client/client-type.ts';

const watchAgainMs = 2_000;

/** Tells every status of the sandbox. A watch that ends is taken up again. Answers how to stop. */
export function watchSandbox(
  client: { readonly sandbox: Pick<SortkeyClient['sandbox'], 'watch'> },
  onStatus: (status: SandboxStatus) => void,
  delayMs = watchAgainMs,
): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = async () => {
    try {
      const statuses = await client.sandbox.watch(undefined, { signal: stop.signal });
      for await (const status of statuses) onStatus(status);
    } catch {
      // Who asks for the status gets the same error where it can be read; here it is only retried.
    }
    if (!stop.signal.aborted) timer = setTimeout(() => void watch(), delayMs);
  };
  void watch();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
