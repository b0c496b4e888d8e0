import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { programInput, programOutput } from '../program.ts';
import { itemsInPage, pageText } from './items.ts';

// Stands for an endpoint that costs nothing: pages of 1 MB, recorded before, are sent at once.

const { rows } = programInput() as { rows: number };
const pageCount = Math.ceil(rows / itemsInPage);
/** More would be no different to who reads them. */
const recorded = Array.from({ length: Math.min(pageCount, 25) }, (_, page) =>
  Buffer.from(pageText(page * itemsInPage, itemsInPage, true).slice(0, -1)),
);

type ScanInput = {
  readonly Segment?: number;
  readonly TotalSegments?: number;
  readonly ExclusiveStartKey?: { readonly page: { readonly N: string } };
};

/** The page that is asked for, and whether its segment has another one. */
function choosePage({ Segment = 0, TotalSegments = 1, ExclusiveStartKey }: ScanInput) {
  const first = Math.floor((pageCount * Segment) / TotalSegments);
  const end = Math.floor((pageCount * (Segment + 1)) / TotalSegments);
  const page = ExclusiveStartKey ? Number(ExclusiveStartKey.page.N) + 1 : first;
  return { page, hasNext: page + 1 < end };
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { page, hasNext } = choosePage(
      JSON.parse(Buffer.concat(parts).toString('utf8')) as ScanInput,
    );
    const head = recorded[page % recorded.length] ?? Buffer.alloc(0);
    const tail = hasNext ? `,"LastEvaluatedKey":{"page":{"N":"${page}"}}}` : '}';
    response.writeHead(200, {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': head.length + tail.length,
      'x-amzn-requestid': `page-${page}`,
    });
    response.write(head);
    response.end(tail);
  });
});
server.listen(0, '127.0.0.1', () => {
  programOutput({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
