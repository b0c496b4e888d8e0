import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';
import { identifyProcess } from '../files/process-identity.ts';

const recordSchema = z.object({
  pid: z.number().int().positive(),
  port: z.number().int(),
  /** By when it was started, a later process with the same number is told from it. */
  started: z.string(),
});

const recordPath = (sandboxFolder: string) => join(sandboxFolder, 'engine.json');

/** Writes down which process serves the sandbox's data. */
export async function recordEngine(
  sandboxFolder: string,
  engine: { pid: number; port: number },
): Promise<void> {
  const started = (await identifyProcess(engine.pid))?.started ?? '';
  const { pid, port } = engine;
  await writeJsonFile(recordPath(sandboxFolder), { pid, port, started });
}

export async function forgetEngine(sandboxFolder: string): Promise<void> {
  await rm(recordPath(sandboxFolder), { force: true });
}

/**
 * Ends the engine that an earlier run left behind: two of them would write the same file. It is
 * ours when its number and start are those written down and its command line names the folder.
 */
export async function endStaleEngine(sandboxFolder: string): Promise<void> {
  const record = await readJsonFile(recordPath(sandboxFolder), recordSchema);
  if (record === undefined) return;
  const isOurs = async () => {
    const identity = await identifyProcess(record.pid);
    return (
      identity !== undefined &&
      identity.started === record.started &&
      identity.commandLine.includes(sandboxFolder)
    );
  };
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!(await isOurs())) break;
    process.kill(record.pid, signal);
    for (let waited = 0; waited < 1_000 && (await isOurs()); waited += 20) await delay(20);
  }
  await forgetEngine(sandboxFolder);
}
