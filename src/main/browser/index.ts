import { appLayout } from '../hosting/app-layout.ts';
import { closeInTime, logUnhandledRejections } from '../hosting/ending.ts';
import { logToStderr } from '../hosting/log.ts';
import { startFailure } from '../hosting/start-failure.ts';
import { readStartOptions } from '../hosting/start-options.ts';
import type { BrowserHost } from './browser-host.ts';
import { openBrowser } from './open-browser.ts';
import { runBrowserHost } from './run-browser-host.ts';

function endOnSignals(host: BrowserHost): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void closeInTime(() => host.close(), logToStderr).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // Windows has no signals: there, a program that started this one lets go of its channel.
  process.on('disconnect', end);
}

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  const host = await runBrowserHost(options, appLayout(import.meta.dirname));
  endOnSignals(host);
  if (!options.open) return;
  await openBrowser(host.url).catch((error: Error) => {
    process.stderr.write(
      `The browser could not be opened (${error.message}): open the address above.\n`,
    );
  });
}

logUnhandledRejections(logToStderr);

main().catch((error: unknown) => {
  const { message, exitCode } = startFailure(error);
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
});
