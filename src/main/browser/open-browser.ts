import { spawn } from 'node:child_process';

type Command = readonly [program: string, ...args: string[]];

/** The command that opens an address in the user's browser, or undefined where there is none. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Command | undefined {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  if (env['WSL_DISTRO_NAME'] !== undefined) return ['wslview', url];
  const display = env['DISPLAY'] ?? env['WAYLAND_DISPLAY'];
  return display === undefined || display === '' ? undefined : ['xdg-open', url];
}

/** Opens an address in the user's browser. Rejects with the reason in a few words. */
export function openBrowser(url: string, command = browserCommand(url)): Promise<void> {
  if (command === undefined) return Promise.reject(new Error('there is no display here'));
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.unref();
    child.on('error', (error) => reject(new Error(`${program}: ${error.message}`)));
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with code ${code ?? 'none'}`));
    });
  });
}
