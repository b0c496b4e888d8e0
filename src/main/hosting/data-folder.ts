import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { StartError } from '../services/start-error.ts';

const name = 'sortkey';

export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const here = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
});

/** Where the user's own data lies by the custom of the operating system. */
export function defaultDataFolder({ platform, env, home }: Surroundings = here()): string {
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), name);
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', name);
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification says to ignore a relative path.
  const base =
    xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
  return posix.join(base, name);
}

/**
 * Makes the data folder where there is none, for its owner only. Throws a StartError in words.
 * Synchronous, since Electron wants its folders before it is ready.
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new StartError(
      `The data folder ${folder} cannot be written${reason}. Choose another one with --data-dir.`,
      { cause: error },
    );
  }
}
