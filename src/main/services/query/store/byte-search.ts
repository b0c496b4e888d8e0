/** Finds bytes in bytes, from one offset to before another; -1 where they are not. */
export type ByteSearch = (bytes: Uint8Array, from: number, to: number) => number;

/** Small letters of ASCII for large ones, every other byte as it is. */
const small = Uint8Array.from({ length: 256 }, (_, value) =>
  value >= 0x41 && value <= 0x5a ? value + 0x20 : value,
);
const same = Uint8Array.from({ length: 256 }, (_, value) => value);

/**
 * Makes a search (Horspool's) for some bytes, at least one; the case of ASCII letters counts or
 * not.
 */
export function createByteSearch(wanted: Uint8Array, matchCase: boolean): ByteSearch {
  const fold = matchCase ? same : small;
  const needle = wanted.map((value) => fold[value] ?? 0);
  const last = needle.length - 1;
  // Of each byte: how far the needle moves on where it stands below the needle's last one.
  const moves = new Uint32Array(256).fill(needle.length);
  for (let value = 0; value < 256; value += 1) {
    const at = needle.lastIndexOf(fold[value] ?? 0, last - 1);
    if (last > 0 && at >= 0) moves[value] = last - at;
  }
  const end = needle[last] ?? 0;
  return (bytes, from, to) => {
    for (let at = from + last; at < to; at += moves[bytes[at] ?? 0] ?? 1) {
      if (fold[bytes[at] ?? 0] !== end) continue;
      let back = 1;
      while (back <= last && fold[bytes[at - back] ?? 0] === needle[last - back]) back += 1;
      if (back > last) return at - last;
    }
    return -1;
  };
}
