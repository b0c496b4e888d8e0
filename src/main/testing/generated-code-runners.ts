import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeStyle } from '../../domain/code/code-request.ts';
import { loadCli } from './generated-code-cli.ts';

/** How a snippet ended, and what it printed. */
export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

type Language = 'python' | 'javascript' | 'shell';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
/** Where JavaScript finds the SDK; the document client may be installed elsewhere. */
const modules = process.env['SORTKEY_TEST_MODULES'] ?? join(repository, 'node_modules');

// Each runs the files it is given one after the other in one process, as if each ran by itself, and
// prints a line of JSON for each.
const drivers: Readonly<Record<'python' | 'javascript', string>> = {
  python: `
import contextlib, io, json, runpy, sys, traceback
for path in sys.argv[1:]:
    out, error, status = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            runpy.run_path(path, run_name="__main__")
        except SystemExit as ended:
            status = ended.code or 0
        except BaseException:
            status = 1
            traceback.print_exc()
    print(json.dumps({"status": status, "stdout": out.getvalue(), "stderr": error.getvalue()}))
`,
  javascript: `
import { pathToFileURL } from 'node:url';
const write = process.stdout.write.bind(process.stdout);
let stdout = '', stderr = '';
process.stdout.write = (text) => { stdout += text; return true; };
process.stderr.write = (text) => { stderr += text; return true; };
for (const path of process.argv.slice(2)) {
  stdout = stderr = '';
  process.exitCode = 0;
  try {
    await import(pathToFileURL(path));
  } catch (error) {
    process.exitCode = 1;
    stderr += error.stack;
  }
  write(JSON.stringify({ status: process.exitCode, stdout, stderr }) + '\\n');
}
process.exitCode = 0;
`,
};

/** No key, profile or pager of whoever runs the tests. */
function environment(folder: string, path = process.env['PATH']): NodeJS.ProcessEnv {
  const own = { AWS_PAGER: '', AWS_EC2_METADATA_DISABLED: 'true' };
  return { PATH: path, HOME: folder, LANG: 'C.UTF-8', ...own };
}

function start(
  command: string,
  args: readonly string[],
  folder: string,
  path?: string,
): Promise<Ran> {
  return new Promise((resolve) => {
    const env = environment(folder, path);
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ status: code, stdout, stderr });
    });
  });
}

const runs = async (command: string, ...args: string[]): Promise<boolean> =>
  (await start(command, args, tmpdir())).status === 0;

function languageOf(style: CodeStyle): Language {
  if (style.startsWith('python')) return 'python';
  return style.startsWith('javascript') ? 'javascript' : 'shell';
}

/** Why code of this style cannot be run on this machine; undefined where it can. */
export async function whyNotRun(style: CodeStyle): Promise<string | undefined> {
  switch (style) {
    case 'python-resource':
    case 'python-client':
      return (await runs('python3', '-c', 'import boto3'))
        ? undefined
        : 'python3 with boto3 is not on this machine';
    case 'javascript-document':
      return existsSync(join(modules, '@aws-sdk/lib-dynamodb'))
        ? undefined
        : '@aws-sdk/lib-dynamodb is not installed';
    case 'aws-cli':
      return (await runs('aws', '--version')) ? undefined : 'the AWS CLI is not on this machine';
    case 'curl':
      return (await runs('curl', '--aws-sigv4', 'aws:amz:x:y', '--version'))
        ? undefined
        : 'curl that signs is not on this machine';
    default:
      return undefined;
  }
}

/** Version 1 of the CLI cannot write binary; the code refuses to run there, which is meant. */
export async function cliWritesBinary(): Promise<boolean> {
  const { stdout, stderr } = await start('aws', ['--version'], tmpdir());
  return !/aws-cli\/1\./.test(stdout + stderr);
}

/** A folder to run code in, beside the user's files; for JavaScript where it finds the SDK. */
export async function makeFolder(style: CodeStyle): Promise<string> {
  const parent =
    languageOf(style) === 'javascript' ? join(modules, '.code-') : join(tmpdir(), 'code-');
  return mkdtemp(parent);
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true });

/** Runs snippets of one style in order, in one process where the language allows. */
export async function runAll(
  style: CodeStyle,
  folder: string,
  snippets: readonly string[],
): Promise<Ran[]> {
  const language = languageOf(style);
  const ending = { python: 'py', javascript: 'mjs', shell: 'sh' }[language];
  const paths = snippets.map((_, index) => join(folder, `snippet-${index}.${ending}`));
  await Promise.all(snippets.map((code, index) => writeFile(paths[index] ?? '', code)));
  if (language === 'shell') return runInShell(style, folder, paths);
  const driver = join(folder, `driver.${ending}`);
  await writeFile(driver, drivers[language]);
  const command = language === 'python' ? 'python3' : process.execPath;
  const { stdout, stderr } = await start(command, [driver, ...paths], folder);
  const ran = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Ran);
  if (ran.length !== paths.length) throw new Error(`The driver stopped: ${stderr}`);
  return ran;
}

async function runInShell(
  style: CodeStyle,
  folder: string,
  paths: readonly string[],
): Promise<Ran[]> {
  const cli = style === 'aws-cli' ? await loadCli(folder, environment(folder)) : undefined;
  const path = cli && `${cli.folder}:${process.env['PATH']}`;
  try {
    const ran: Ran[] = [];
    for (const file of paths) ran.push(await start('sh', [file], folder, path));
    return ran;
  } finally {
    await cli?.stop();
  }
}
