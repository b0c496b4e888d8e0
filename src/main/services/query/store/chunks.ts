/** Rows of one page: canonical JSON text, a comma between two of them. */
export type Chunk = {
  readonly firstRow: number;
  readonly rowCount: number;
  /** Where each row begins, and one after its comma where the next one after the last would. */
  readonly starts: Uint32Array;
  readonly byteLength: number;
  /** Undefined once the chunk lies in the file. */
  bytes: Uint8Array | undefined;
  /** Where in the file it lies; undefined while it does not. */
  position: number | undefined;
};

/** The chunks of a result set, in the order of their rows. */
export type Chunks = {
  readonly all: readonly Chunk[];
  readonly rowCount: () => number;
  readonly add: (bytes: Uint8Array, starts: Uint32Array) => Chunk;
  /** The place in `all` of the chunk that holds a row. */
  readonly indexOf: (row: number) => number;
  readonly clear: () => void;
};

export function createChunks(): Chunks {
  const all: Chunk[] = [];
  let rows = 0;

  function add(bytes: Uint8Array, starts: Uint32Array): Chunk {
    const chunk: Chunk = {
      firstRow: rows,
      rowCount: starts.length - 1,
      starts,
      byteLength: bytes.length,
      bytes,
      position: undefined,
    };
    all.push(chunk);
    rows += chunk.rowCount;
    return chunk;
  }

  function indexOf(row: number): number {
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((all[middle]?.firstRow ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    all,
    rowCount: () => rows,
    add,
    indexOf,
    clear() {
      all.length = 0;
      rows = 0;
    },
  };
}
