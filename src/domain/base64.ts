const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map(Array.from(alphabet, (character, value) => [character, value]));

/** Why a text is not base64 as DynamoDB takes it, in words; undefined where it is. */
export function checkBase64(text: string): string | undefined {
  const wrong = /[^A-Za-z0-9+/=]/u.exec(text);
  if (wrong !== null) {
    const hint = /[-_]/.test(wrong[0]) ? ' (the URL-safe alphabet is not taken)' : '';
    return `Base64 holds letters, digits, + and /, not ${JSON.stringify(wrong[0])}${hint}.`;
  }
  if (/=[^=]/.test(text) || text.includes('===')) {
    return 'Base64 may have = only at its end, and at most two.';
  }
  if (text.length % 4 !== 0) {
    return `Base64 comes in groups of four characters, padded with =; this has ${text.length}.`;
  }
  if (hasStrayBits(text)) return 'The last character of this base64 holds bits past its last byte.';
  return undefined;
}

/** How many bytes a base64 text stands for. */
export function base64ByteLength(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return Math.floor(((text.length - padding) * 3) / 4);
}

/** The bytes of a base64 text. The text must have passed `checkBase64`. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(base64ByteLength(text));
  let length = 0;
  for (let at = 0; at < text.length; at += 4) {
    let group = 0;
    for (let place = at; place < at + 4; place += 1) {
      group = group * 64 + (valueOf.get(text.charAt(place)) ?? 0);
    }
    for (const byte of [group >> 16, group >> 8, group]) {
      if (length < bytes.length) bytes[length] = byte & 0xff;
      length += 1;
    }
  }
  return bytes;
}

/** Writes bytes as base64, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const characters = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63));
    const kept = Math.min(bytes.length - at, 3) + 1;
    groups.push(characters.slice(0, kept).join('').padEnd(4, '='));
  }
  return groups.join('');
}

/** The first bytes of a base64 text in hexadecimal, such as `48 65 6c …`. */
export function hexPreview(text: string, maximumBytes = 16): string {
  const wholeGroups = Math.ceil(maximumBytes / 3) * 4;
  const bytes = decodeBase64(text.slice(0, wholeGroups)).subarray(0, maximumBytes);
  const shown = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (base64ByteLength(text) > shown.length) shown.push('…');
  return shown.join(' ');
}

function hasStrayBits(text: string): boolean {
  if (!text.endsWith('=')) return false;
  const unused = text.endsWith('==') ? 15 : 3;
  const last = text.replace(/=+$/, '').at(-1) ?? '';
  return ((valueOf.get(last) ?? 0) & unused) !== 0;
}
