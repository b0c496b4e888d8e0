import type { KeyBytes } from './key-bytes.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = Uint8Array.from({ length: 256 }, (_, code) =>
  Math.max(0, alphabet.indexOf(String.fromCharCode(code))),
);
const padding = 0x3d;

/** Writes the bytes that a base64 text stands for. */
export function writeBinaryKey(key: KeyBytes, bytes: Uint8Array, from: number, to: number): void {
  let end = to;
  while (end > from && bytes[end - 1] === padding) end -= 1;
  let held = 0;
  let bits = 0;
  for (let at = from; at < end; at += 1) {
    held = ((held << 6) | (valueOf[bytes[at] ?? 0] ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    key.push((held >> bits) & 0xff);
  }
}
