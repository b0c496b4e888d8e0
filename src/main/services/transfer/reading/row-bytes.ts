/** Gathers the bytes of one row over the chunks of a file. */
export type RowBytes = {
  /** True while a row has begun and not ended. */
  isOpen(): boolean;
  /** A row begins at this place of the chunk. */
  begin(index: number): void;
  /** The chunk ends: what the row has of it is kept. */
  carry(chunk: Uint8Array): void;
  /** The row ends before this place: its bytes, or undefined where they were too many. */
  end(chunk: Uint8Array, index: number): Uint8Array | undefined;
};

/** No more than `maximumBytes` of a row are ever kept. */
export function createRowBytes(maximumBytes: number): RowBytes {
  let start: number | undefined;
  let carried: Uint8Array[] = [];
  let carriedBytes = 0;
  return {
    isOpen: () => start !== undefined,
    begin(index) {
      start = index;
    },
    carry(chunk) {
      if (start === undefined) return;
      carriedBytes += chunk.length - start;
      // A copy, so that the whole chunk need not be kept.
      if (carriedBytes <= maximumBytes) carried.push(chunk.slice(start));
      else carried = [];
      start = 0;
    },
    end(chunk, index) {
      const last = chunk.subarray(start ?? 0, index);
      const tooLong = carriedBytes + last.length > maximumBytes;
      const bytes = carriedBytes === 0 ? last : Buffer.concat([...carried, last]);
      start = undefined;
      carried = [];
      carriedBytes = 0;
      return tooLong ? undefined : bytes;
    },
  };
}
