import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staticCredentials } from '../../src/main/services/dynamodb/credentials.ts';
import { sendWire } from '../../src/main/services/dynamodb/send-wire.ts';
import { createWireClient } from '../../src/main/services/dynamodb/wire-client.ts';
import { limitForAll } from '../../src/main/services/query/page-size.ts';
import { openResultStores } from '../../src/main/services/query/store/result-stores.ts';
import { createSegmentReader } from '../../src/main/services/query/store/segment-reader.ts';
import { ownCpuMs } from '../cpu.ts';
import { programInput, programOutput } from '../program.ts';
import type { ScanInput, ScanOutcome } from './scan-contest.ts';

// "Load all" as the app does it: every row is kept, with its attributes and counts.

const { endpoint, tableName, segments, thenSort } = programInput() as ScanInput;
const client = createWireClient({
  endpoint,
  region: 'us-east-1',
  credentials: staticCredentials({ accessKeyId: 'bench', secretAccessKey: 'bench' }),
});
const folder = await mkdtemp(join(tmpdir(), 'sortkey-bench-'));
const store = (await openResultStores({ folder })).create();
const reader = createSegmentReader({
  request: { TableName: tableName, ReturnConsumedCapacity: 'TOTAL' },
  segments,
  store,
  send: async (request, signal) =>
    Buffer.from((await sendWire(client, 'Scan', request, { signal })).body),
});

const [started, cpu] = [performance.now(), ownCpuMs()];
await reader.readAll(
  () => limitForAll(store.meanBytes()),
  new AbortController().signal,
  () => {},
);
const ms = performance.now() - started;
const cpuMs = ownCpuMs() - cpu;
const loadedBytes = mostBytes();
if (thenSort) {
  for (const name of ['note', 'placedAt']) await store.sort({ name, descending: false });
  await store.find({ text: 'dog is friendly', matchCase: false });
}
const outcome: ScanOutcome = {
  items: store.rowCount(),
  ms,
  cpuMs,
  loadedBytes,
  mostBytes: mostBytes(),
};
client.sdk.destroy();
await store.dispose();
await rm(folder, { recursive: true });
programOutput(outcome);

function mostBytes(): number {
  return process.resourceUsage().maxRSS * 1_024;
}
