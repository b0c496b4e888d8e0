/** Sends one BatchWriteItem request, DynamoDB JSON text, and gives DynamoDB's answer to it. */
export type WriteBatch = (
  request: string,
  signal: AbortSignal | undefined,
) => Promise<{ readonly body: string; readonly attempts: number }>;

/** DynamoDB's limits for one BatchWriteItem. */
export const maximumBatchEntries = 25;
export const maximumBatchBytes = 16 * 1024 * 1024;

/** Room for what stands around the items in a request. */
const bytesAroundItem = '{"PutRequest":{"Item":}},'.length;
export const bytesAroundBatch = 1_000;

/** How many bytes an item, DynamoDB JSON text, takes in a batch. */
export function bytesInBatch(itemText: string): number {
  return Buffer.byteLength(itemText) + bytesAroundItem;
}

/** Builds the request that puts items, each DynamoDB JSON text, into a table. [API: BatchWriteItem] */
export function buildBatchWrite(tableName: string, itemTexts: readonly string[]): string {
  const puts = itemTexts.map((text) => `{"PutRequest":{"Item":${text}}}`).join(',');
  const table = JSON.stringify(tableName);
  return `{"RequestItems":{${table}:[${puts}]},"ReturnConsumedCapacity":"TOTAL"}`;
}

/** The part of DynamoDB's answer that matters here. */
export type BatchWriteAnswer = {
  /** The items that were not written and must be sent again, DynamoDB JSON. */
  readonly unprocessed: readonly unknown[];
  /** Write capacity units; undefined where the endpoint does not say. */
  readonly consumedCapacity: number | undefined;
};

/** Reads the body of DynamoDB's answer. [API: BatchWriteItem] */
export function parseBatchWriteAnswer(body: string): BatchWriteAnswer {
  const answer = JSON.parse(body) as {
    UnprocessedItems?: { [tableName: string]: { PutRequest?: { Item?: unknown } }[] };
    ConsumedCapacity?: { CapacityUnits?: number }[];
  };
  const requests = Object.values(answer.UnprocessedItems ?? {}).flat();
  const units = (answer.ConsumedCapacity ?? []).flatMap((table) => table.CapacityUnits ?? []);
  return {
    unprocessed: requests.map((request) => request.PutRequest?.Item),
    consumedCapacity: units.length === 0 ? undefined : units.reduce((sum, one) => sum + one, 0),
  };
}
