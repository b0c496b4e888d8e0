import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs one of the bench's programs in a process of its own, so that none leaves memory or compiled
 * code to the next, and answers what it printed: JSON.
 */
export async function runProgram<Outcome>(
  name: string,
  input: object,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Outcome> {
  const child = startProgram(name, input);
  options.signal?.addEventListener('abort', () => child.kill());
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', (ended) => resolve(ended));
  });
  options.signal?.throwIfAborted();
  if (code !== 0) throw new Error(`The program ${name} of the bench ended with code ${code}.`);
  return JSON.parse(output) as Outcome;
}

/** Starts a program whose output is read by the caller, and which the caller ends. */
export function startProgram(name: string, input: object) {
  const file = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  const environment = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  return spawn(process.execPath, ['--expose-gc', file, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
}

/** What `runProgram` gave this program. */
export function programInput(): unknown {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** What `runProgram` answers for this program. */
export function programOutput(output: object): void {
  process.stdout.write(`${JSON.stringify(output)}\n`);
}
