import { cpus, loadavg, totalmem } from 'node:os';

/** What a figure depends on beside the code: the load says how far others were in the way. */
export function describeMachine(): string {
  const all = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const model = all[0]?.model.trim() ?? 'unknown processor';
  return `Node ${process.versions.node}, ${all.length} × ${model}, ${memory} GB, load ${load}`;
}
