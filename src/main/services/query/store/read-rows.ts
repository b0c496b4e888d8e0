import { sortNames } from '../../dynamodb/sort-names.ts';
import type { Chunk, Chunks } from './chunks.ts';
import type { RowView } from './row-slots.ts';
import type { ScanSource } from './scan-rows.ts';

/** Rows that follow each other in one chunk: a part of its text. */
type Part = { readonly chunk: Chunk; readonly from: number; readonly to: number };

/**
 * A JSON array of the rows at some places of a view, or with these numbers where there is none:
 * items in DynamoDB JSON, names in order.
 */
export async function readRows(
  { chunks, file }: ScanSource,
  first: number,
  count: number,
  view: RowView | undefined,
): Promise<string> {
  const parts = partsOf(chunks, first, count, view);
  const read = async ({ chunk, from, to }: Part): Promise<string> =>
    decode(
      chunk.bytes?.subarray(from, to) ?? (await file.read((chunk.position ?? 0) + from, to - from)),
    );
  const text = (await Promise.all(parts.map(read))).join(',');
  return JSON.stringify(sortNames(JSON.parse(`[${text}]`)));
}

const decode = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

function partsOf(chunks: Chunks, first: number, count: number, view: RowView | undefined): Part[] {
  const end = Math.min(first + count, view?.length ?? chunks.rowCount());
  const parts: Part[] = [];
  for (let place = first; place < end;) {
    const row = view?.[place] ?? place;
    const chunk = chunks.all[chunks.indexOf(row)];
    if (chunk === undefined) break;
    const rowsLeft = chunk.firstRow + chunk.rowCount - row;
    let length = 1;
    const isNext = () => (view?.[place + length] ?? place + length) === row + length;
    while (length < rowsLeft && place + length < end && isNext()) length += 1;
    const [from = 0, to = 0] = [
      chunk.starts[row - chunk.firstRow],
      chunk.starts[row - chunk.firstRow + length],
    ];
    parts.push({ chunk, from, to: to - 1 });
    place += length;
  }
  return parts;
}
