/** Bytes that grow, used again for one value after another. */
export type KeyBytes = {
  readonly bytes: () => Uint8Array;
  readonly length: () => number;
  readonly clear: () => void;
  readonly push: (value: number) => void;
  /** Two bytes, the greater one first. */
  readonly pushPair: (value: number) => void;
  readonly pushRange: (bytes: Uint8Array, from: number, to: number) => void;
};

export function createKeyBytes(): KeyBytes {
  let bytes = new Uint8Array(256);
  let length = 0;

  function reserve(more: number): void {
    if (length + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(bytes.length * 2, length + more));
    grown.set(bytes);
    bytes = grown;
  }

  function push(value: number): void {
    reserve(1);
    bytes[length] = value;
    length += 1;
  }

  return {
    bytes: () => bytes,
    length: () => length,
    clear() {
      length = 0;
    },
    push,
    pushPair(value) {
      push(value >> 8);
      push(value & 0xff);
    },
    pushRange(source, from, to) {
      reserve(to - from);
      for (let at = from; at < to; at += 1) bytes[length + at - from] = source[at] ?? 0;
      length += to - from;
    },
  };
}
