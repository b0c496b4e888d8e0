import type { Chunk, Chunks } from './chunks.ts';
import type { Pace } from './pace.ts';
import { hasSlots } from './row-slots.ts';
import type { RowSlots } from './row-slots.ts';
import type { SpillFile } from './spill-file.ts';

/**
 * Looks at the rows of one chunk from one number to another, counted within the chunk. The number
 * of the chunk's first row comes with them. False ends the pass.
 */
export type RowBlock = (
  bytes: Uint8Array,
  starts: Uint32Array,
  from: number,
  to: number,
  firstRow: number,
) => boolean;

export type ScanSource = {
  readonly chunks: Chunks;
  readonly file: SpillFile;
};

/** So many bytes are looked at between two looks at the clock. */
const blockBytes = 128 * 1024;

/**
 * Passes over the rows in their order, in slices. Chunks of which no row has a slot are left out,
 * and rows past those that may have one; all others of a chunk are passed to `block`.
 */
export async function scanRows(
  { chunks, file }: ScanSource,
  pace: Pace,
  slots: RowSlots,
  block: RowBlock,
): Promise<void> {
  // A copy: rows may be added, and chunks let go of, in the rests.
  const scanned = chunks.all.filter((chunk) => hasSlots(slots, chunk));
  let ahead: Promise<Uint8Array> | undefined;
  for (const [index, chunk] of scanned.entries()) {
    const bytes = ahead === undefined ? await bytesOf(chunk, file) : await ahead;
    const next = scanned[index + 1];
    ahead = next && next.bytes === undefined ? bytesOf(next, file) : undefined;
    // Waited for above, unless the work is cancelled before.
    ahead?.catch(() => {});
    const step = Math.max(1, Math.floor((blockBytes * chunk.rowCount) / chunk.byteLength));
    const rowCount = Math.min(chunk.rowCount, slots.rowCount - chunk.firstRow);
    for (let from = 0; from < rowCount; from += step) {
      if (pace.isDue()) await pace.rest();
      const to = Math.min(from + step, rowCount);
      if (!block(bytes, chunk.starts, from, to, chunk.firstRow)) return;
    }
  }
}

async function bytesOf(chunk: Chunk, file: SpillFile): Promise<Uint8Array> {
  return chunk.bytes ?? file.readWhole(chunk.position ?? 0, chunk.byteLength);
}
