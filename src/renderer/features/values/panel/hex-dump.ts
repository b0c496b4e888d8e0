const bytesInLine = 16;

/** Sixteen bytes: where they stand, in hexadecimal, and as text where they are printable ASCII. */
export type HexLine = { readonly offset: string; readonly hex: string; readonly text: string };

/** Bytes in lines of sixteen, as hex editors show them. */
export function hexLines(bytes: Uint8Array): HexLine[] {
  const digits = Math.max(4, (bytes.length - 1).toString(16).length);
  return Array.from({ length: Math.ceil(bytes.length / bytesInLine) }, (_, line) => {
    const part = [...bytes.subarray(line * bytesInLine, (line + 1) * bytesInLine)];
    return {
      offset: (line * bytesInLine).toString(16).padStart(digits, '0'),
      hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      text: part
        .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'))
        .join(''),
    };
  });
}

/** The bytes as UTF-8 text, or undefined where they are none that could be read. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text === '' || /(?![\t\n\r])\p{Cc}/u.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
