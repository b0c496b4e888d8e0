import type { AttributeMap } from '../../attribute-value.ts';
import type { CodePlace, CodeRequest, WireAct } from '../code-request.ts';
import { printJson } from '../layout.ts';
import { setMembers } from '../notation.ts';
import { readingOf } from '../reading.ts';

/** One request as it goes over the wire, without its signature and without any secret. */
export type HttpMessage = {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** What else there is to know of it. */
  readonly note: string | undefined;
};

function urlOf({ endpoint, region }: CodePlace): string {
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const url = endpoint ?? `https://dynamodb.${region}.amazonaws.com${suffix}`;
  return url.endsWith('/') ? url : `${url}/`;
}

function noteOf({ operation, request }: WireAct): string | undefined {
  const reading = readingOf(operation, request);
  if (reading !== undefined) {
    return `One page: where the answer has ${reading.next}, it goes into ${reading.from} of the next.`;
  }
  return operation === 'BatchWriteItem'
    ? "Sent again with the answer's UnprocessedItems, as long as there are any."
    : undefined;
}

function acts(input: CodeRequest): readonly (WireAct & { readonly note?: string })[] {
  if (input.operation === 'Commit') return input.request.writes;
  if (input.operation !== 'Import') return [input];
  const { tableName, fileName, keyNames } = input.request;
  const Item: AttributeMap = Object.fromEntries(keyNames.map((name) => [name, { S: '…' }]));
  const request = { RequestItems: Object.fromEntries([[tableName, [{ PutRequest: { Item } }]]]) };
  const note = `The shape of each request: it puts 25 rows of ${JSON.stringify(fileName)}.`;
  return [{ operation: 'BatchWriteItem', request, note }];
}

/** The requests that are sent, in order. */
export function messagesOf(input: CodeRequest): HttpMessage[] {
  return acts(input).map((act) => ({
    url: urlOf(input),
    headers: [
      ['Content-Type', 'application/x-amz-json-1.0'],
      ['X-Amz-Target', `DynamoDB_20120810.${act.operation}`],
    ],
    body: printJson(Object.fromEntries(setMembers(act.request))),
    note: act.note ?? noteOf(act),
  }));
}
