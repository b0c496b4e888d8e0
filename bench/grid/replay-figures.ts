import { once } from 'node:events';
import { makeFigure } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchOptions } from '../main.ts';
import { startProgram } from '../program.ts';
import { best, contestant, middleCpuMs, middleMs, runOnce, tell } from './scan-contest.ts';

const tableName = 'Orders';
const rounds = 3;

/** "Load all" from an endpoint that answers at once, beside the SDK's scans of it. */
export async function* replayFigures({ quick, say }: BenchOptions): AsyncGenerator<Figure> {
  // The peers keep nothing, so that their rate does not depend on the size.
  const rows = quick ? 40_000 : 200_000;
  const server = startProgram('grid/replay-server', { rows });
  try {
    const [line] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
    const { endpoint } = JSON.parse(line) as { endpoint: string };
    const input = { endpoint, tableName };
    const ours = contestant('load all, 4 segments', 'grid/scan-with-sortkey', {
      ...input,
      segments: 4,
    });
    const peers = [1, 4].map((segments) =>
      contestant(`SDK, ${segments} segments`, 'grid/scan-with-sdk', { ...input, segments }),
    );
    say(`${rows} rows from a server that replays recorded pages`);
    // In turns, so that a busy minute of the machine is everybody's.
    for (let round = 0; round < rounds; round += 1) {
      for (const one of [ours, ...peers]) await runOnce(one, rows);
    }
    for (const one of [ours, ...peers]) say(tell(one));
    const peer = best(peers);
    yield makeFigure({
      name: 'load all from replayed pages',
      unit: 'items/s',
      value: rows / (middleMs(ours) / 1_000),
      smallerIsBetter: false,
      compared: { with: `${peer.name}, the faster`, value: rows / (middleMs(peer) / 1_000) },
      ratioGoal: 2,
    });
    yield makeFigure({
      name: 'CPU time of loading a million rows from replayed pages',
      unit: 's',
      value: (middleCpuMs(ours) / rows) * 1_000,
      smallerIsBetter: true,
      compared: { with: peer.name, value: (middleCpuMs(peer) / rows) * 1_000 },
    });
  } finally {
    server.kill();
  }
}
