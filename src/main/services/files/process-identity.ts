import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What tells a process from a later one that was given the same number. */
export type ProcessIdentity = { readonly commandLine: string; readonly started: string };

/** Answers undefined where no such process runs. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    // EPERM says that it runs, for somebody else.
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  try {
    if (process.platform === 'linux') return await identifyOnLinux(pid);
    return process.platform === 'win32' ? await identifyOnWindows(pid) : await identifyByPs(pid);
  } catch {
    // It ended between the two questions.
    return undefined;
  }
}

async function identifyOnLinux(pid: number): Promise<ProcessIdentity | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  return { commandLine: commandLine.replaceAll('\0', ' ').trim(), started: fields[19] ?? '' };
}

async function identifyByPs(pid: number): Promise<ProcessIdentity | undefined> {
  const options = { env: { ...process.env, LC_ALL: 'C' } };
  const started = await run('ps', ['-o', 'lstart=', '-p', String(pid)], options);
  const command = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)], options);
  return { commandLine: command.stdout.trim(), started: started.stdout.trim() };
}

async function identifyOnWindows(pid: number): Promise<ProcessIdentity | undefined> {
  const query =
    `$p = Get-CimInstance Win32_Process -Filter "ProcessId=${pid}"; ` +
    '$p.CreationDate.Ticks; $p.CommandLine';
  const { stdout } = await run('powershell', ['-NoProfile', '-Command', query]);
  const [started, ...commandLine] = stdout.trim().split(/\r?\n/);
  if (started === undefined || started === '') return undefined;
  return { commandLine: commandLine.join(' '), started };
}
