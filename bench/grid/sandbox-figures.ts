import { startEngineProcess } from '../../src/main/services/sandbox/engine-process.ts';
import { findDynoxide } from '../../src/main/services/sandbox/engines/dynoxide.ts';
import { findFreePort } from '../../src/main/services/sandbox/free-port.ts';
import { cpuMsOf } from '../cpu.ts';
import { makeFigure } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../main.ts';
import { sandboxTable, tableName } from './sandbox-table.ts';
import { best, contestant, memoryFigures, middleMs, runOnce, tell } from './scan-contest.ts';

/** A way that takes this much longer than the best so far is ended: it is not the best. */
const patience = 1.3;

/** "Load all" from the sandbox, where the engine is the limit, beside the SDK's best scan of it. */
export async function* sandboxFigures({ quick, say }: BenchOptions): AsyncGenerator<Figure> {
  const rows = quick ? 100_000 : 1_000_000;
  const engine = findDynoxide();
  if (engine === undefined) throw new Error('The bench needs the native engine, Dynoxide.');
  say(`${rows} rows in the sandbox (${engine.name} ${engine.version})`);
  const dataPath = await sandboxTable(engine, rows);
  const running = await startEngineProcess(engine, { port: await findFreePort(), dataPath });
  try {
    const input = { endpoint: running.endpoint, tableName };
    const ours = contestant('load all', 'grid/scan-with-sortkey', {
      ...input,
      segments: 1,
      thenSort: true,
    });
    const peers = [
      contestant('SDK, Limit 4000', 'grid/scan-with-sdk', { ...input, segments: 1, limit: 4_000 }),
      contestant('SDK, 4 segments, Limit 4000', 'grid/scan-with-sdk', {
        ...input,
        segments: 4,
        limit: 4_000,
      }),
      contestant('SDK', 'grid/scan-with-sdk', { ...input, segments: 1 }),
      contestant('SDK, 4 segments', 'grid/scan-with-sdk', { ...input, segments: 4 }),
    ];
    let engineMs: number | undefined = 0;
    const runOurs = async () => {
      const before = cpuMsOf(running.pid);
      await runOnce(ours, rows);
      const after = cpuMsOf(running.pid);
      const used = before === undefined || after === undefined ? undefined : after - before;
      engineMs = used === undefined || engineMs === undefined ? undefined : engineMs + used;
    };
    await runOurs();
    for (const peer of peers) {
      const others = peers.filter(({ outcomes }) => outcomes.length > 0);
      const most = others.length === 0 ? undefined : middleMs(best(others)) * patience;
      const ended = await runOnce(peer, rows, most);
      const seconds = ((most ?? 0) / 1_000).toFixed(0);
      say(ended ? tell(peer) : `${peer.name}: not ready after ${seconds} s, so not the best`);
    }
    const peer = best(peers);
    await runOurs();
    say(tell(ours));
    yield makeFigure({
      name: 'load all from the sandbox',
      unit: 'items/s',
      value: rows / (middleMs(ours) / 1_000),
      smallerIsBetter: false,
      compared: { with: `${peer.name}, the fastest of 4`, value: rows / (middleMs(peer) / 1_000) },
      ratioGoal: 1.2,
    });
    if (engineMs !== undefined) {
      const total = ours.outcomes.reduce((sum, { ms }) => sum + ms, 0);
      yield makeFigure({
        name: "the engine's share of one processor meanwhile",
        unit: '%',
        value: (engineMs / total) * 100,
        smallerIsBetter: false,
      });
    }
    yield* memoryFigures(ours, rows);
  } finally {
    await running.stop();
  }
}
