import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ownCpuMs } from '../cpu.ts';
import { programInput, programOutput } from '../program.ts';
import type { ScanInput, ScanOutcome } from './scan-contest.ts';

// The peer: what a script that reads a whole table does. It keeps nothing of what it reads.

const { endpoint, tableName, segments, limit } = programInput() as ScanInput;
const client = new DynamoDBClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
});

async function scanSegment(segment: number): Promise<number> {
  let items = 0;
  let startKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        ...(segments === 1 ? {} : { Segment: segment, TotalSegments: segments }),
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(startKey === undefined ? {} : { ExclusiveStartKey: startKey }),
      }),
    );
    items += page.Items?.length ?? 0;
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return items;
}

const [started, cpu] = [performance.now(), ownCpuMs()];
const counts = await Promise.all(
  Array.from({ length: segments }, (_, segment) => scanSegment(segment)),
);
const most = process.resourceUsage().maxRSS * 1_024;
const outcome: ScanOutcome = {
  items: counts.reduce((sum, count) => sum + count, 0),
  ms: performance.now() - started,
  cpuMs: ownCpuMs() - cpu,
  loadedBytes: most,
  mostBytes: most,
};
client.destroy();
programOutput(outcome);
