import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The AWS CLI, loaded once: each call is a fork of it, which spares it two seconds of starting. */
export type LoadedCli = {
  /** The folder with `aws`, for the beginning of PATH. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

const server = `
import json, os, signal, socket, sys
from awscli.clidriver import create_clidriver

path = sys.argv[1]
sys.argv = ["aws"]
driver = create_clidriver()
null = os.open(os.devnull, os.O_WRONLY)
kept = os.dup(1)
os.dup2(null, 1)
for command in ("put-item", "query"):
    # Loads what is known of DynamoDB, and sends nothing.
    driver.main(["dynamodb", command, "--generate-cli-skeleton", "input"])
sys.stdout.flush()
os.dup2(kept, 1)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
listener = socket.socket(socket.AF_UNIX)
listener.bind(path)
listener.listen(16)
print("ready", flush=True)
while True:
    connection, _ = listener.accept()
    if os.fork() != 0:
        connection.close()
        continue
    _, files, _, _ = socket.recv_fds(connection, 1, 3)
    call = json.loads(connection.makefile("r", encoding="utf-8").readline())
    for number, file in enumerate(files):
        os.dup2(file, number)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(call["folder"])
    os.environ.update(call["environment"])
    status = 1
    try:
        status = driver.main(call["arguments"])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        connection.sendall(str(status).encode())
        os._exit(0)
`;

const client = (python: string, socket: string): string => `#!${python} -SE
import json, os, socket, sys

connection = socket.socket(socket.AF_UNIX)
connection.connect(${JSON.stringify(socket)})
socket.send_fds(connection, [b"!"], [0, 1, 2])
environment = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
call = {"arguments": sys.argv[1:], "environment": environment, "folder": os.getcwd()}
connection.sendall(json.dumps(call).encode() + b"\\n")
sys.exit(int(connection.recv(16) or b"1"))
`;

/** Undefined where the CLI is not a library of python3, as with the one that brings its own. */
export async function loadCli(
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<LoadedCli | undefined> {
  const program = join(folder, 'cli-server.py');
  await writeFile(program, `import sys\nprint(sys.executable, flush=True)\n${server}`);
  const socket = join(folder, 'cli.sock');
  const started = spawn('python3', [program, socket], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(started, 'exit');
  let said = '';
  started.stdout.setEncoding('utf8');
  for await (const text of started.stdout.iterator({ destroyOnReturn: false })) {
    said += String(text);
    if (said.includes('ready\n')) break;
  }
  const [python] = said.split('\n');
  if (python === undefined || !said.includes('ready\n')) return undefined;
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'aws'), client(python, socket));
  await chmod(join(bin, 'aws'), 0o755);
  return {
    folder: bin,
    stop: async () => {
      started.kill();
      await ended;
    },
  };
}
