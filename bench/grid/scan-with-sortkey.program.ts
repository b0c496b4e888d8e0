import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staticCredentials } from '../../src/main/services/dynamodb/credentials.ts';
import { sendWireForBytes } from '../../src/main/services/dynamodb/send-wire.ts';
import { createWireClient } from '../../src/main/services/dynamodb/wire-client.ts';
import { createQueryService } from '../../src/main/services/query/query-service.ts';
import { openResultStores } from '../../src/main/services/query/store/result-stores.ts';
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
const query = createQueryService({
  send: (_connectionId, ...given) => sendWireForBytes(client, ...given),
  stores: await openResultStores({ folder }),
  parallelSegments: () => segments,
});

const [started, cpu] = [performance.now(), ownCpuMs()];
const { resultSetId } = await query.open({
  connectionId: 'bench',
  operation: 'Scan',
  request: JSON.stringify({ TableName: tableName }),
  // Large enough for as many segments as there may be.
  itemCount: 1_000_000,
});
let items = 0;
for await (const progress of query.load({ resultSetId, what: 'all' })) items = progress.rowCount;
const ms = performance.now() - started;
const cpuMs = ownCpuMs() - cpu;
const loadedBytes = mostBytes();
if (thenSort) {
  for (const name of ['note', 'placedAt']) {
    await query.arrange({ resultSetId, sort: { name, descending: false }, filters: [] });
  }
  await query.find({ resultSetId, text: 'dog is friendly', matchCase: false });
}
const outcome: ScanOutcome = { items, ms, cpuMs, loadedBytes, mostBytes: mostBytes() };
client.sdk.destroy();
await query.closeAll();
await rm(folder, { recursive: true });
programOutput(outcome);

function mostBytes(): number {
  return process.resourceUsage().maxRSS * 1_024;
}
