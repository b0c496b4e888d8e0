import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Locator } from '@playwright/test';

const execute = promisify(execFile);

/** Why a program cannot be used here; undefined where it can. */
export async function whyNot(program: string, args: string[]): Promise<string | undefined> {
  try {
    await execute(program, args);
    return undefined;
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    const said = stderr?.trim().split('\n').at(-1) ?? '';
    return `${program} ${args.join(' ')} does not work here (${said || String(code)})`;
  }
}

/** The environment variables that the dialog of the sandbox tells, read as a person would. */
export async function environmentShown(dialog: Locator): Promise<Record<string, string>> {
  const lines = await dialog.getByText(/^AWS_\w+=/).allInnerTexts();
  return Object.fromEntries(
    lines.map((line) => {
      const split = line.indexOf('=');
      return [line.slice(0, split), line.slice(split + 1)] as const;
    }),
  );
}

/** Runs a program with these variables and no other setting of AWS's; answers what it prints. */
export async function runOutside(
  program: string,
  args: string[],
  environment: Record<string, string>,
): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const env = {
    ...Object.fromEntries(inherited),
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    AWS_PAGER: '',
    ...environment,
  };
  const { stdout } = await execute(program, args, { env });
  return stdout;
}

/** The path of one of the scripts that people write with boto3. */
export function pythonScript(name: string): string {
  return fileURLToPath(new URL(`python/${name}`, import.meta.url));
}
