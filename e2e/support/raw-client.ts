/**
 * Another client of the sandbox: plain HTTP with DynamoDB JSON text, so that what is compared is
 * what the engine holds and not what a library made of it. The sandbox takes any credentials.
 */
export async function rawRequest(
  endpoint: string,
  operation: string,
  body: string,
): Promise<{ status: number; text: string }> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
      'x-amz-date': '20260101T000000Z',
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** Sends a request that must succeed, and answers its body, parsed. */
export async function raw(endpoint: string, operation: string, request: unknown): Promise<unknown> {
  const { status, text } = await rawRequest(endpoint, operation, JSON.stringify(request));
  if (status !== 200) throw new Error(`${operation} answered ${status}: ${text}`);
  return JSON.parse(text);
}

type Items = { Items: Record<string, unknown>[] };

/** Every item of a small table, ordered by the text of its key. */
export async function scanAll(endpoint: string, tableName: string): Promise<Items['Items']> {
  const answer = (await raw(endpoint, 'Scan', { TableName: tableName, Limit: 1_000 })) as Items;
  return answer.Items.map(sorted).toSorted((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  ) as Items['Items'];
}

/** One item by its key, or undefined. */
export async function getItem(endpoint: string, tableName: string, key: unknown): Promise<unknown> {
  const answer = (await raw(endpoint, 'GetItem', {
    TableName: tableName,
    Key: key,
    ConsistentRead: true,
  })) as { Item?: unknown };
  return answer.Item === undefined ? undefined : sorted(answer.Item);
}

/** The same JSON with the members of every object sorted: the engine's order is random. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, sorted(member)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
