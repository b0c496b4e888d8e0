import * as fc from 'fast-check';

/** Text with line breaks, emoji and, where it need not be storable, lone surrogates. */
export function arbitraryText(options: {
  storable: boolean;
  maxLength?: number;
}): fc.Arbitrary<string> {
  const maxLength = options.maxLength ?? 20;
  const whole = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary-ascii', maxLength }),
    fc.constantFrom('', '0', '1e400', 'null', 'true', 'QQ==', '{"a":1}', '\u2028', 'é', 'é'),
  );
  if (options.storable) return whole;
  return fc.oneof(whole, fc.constantFrom('\ud83d', 'x\ude00', '\ude00\ud83d'));
}

/** Base64 of up to 12 bytes, as DynamoDB writes it. */
export function arbitraryBase64(): fc.Arbitrary<string> {
  return fc.base64String({ maxLength: 16 }).map((text) => {
    // Bits beyond the last byte are zero in what DynamoDB writes.
    if (text.endsWith('==')) return `${text.slice(0, -3)}${zeroedLast(text.at(-3), 'AQgw')}==`;
    if (text.endsWith('=')) {
      return `${text.slice(0, -2)}${zeroedLast(text.at(-2), 'AEIMQUYcgkosw048')}=`;
    }
    return text;
  });
}

function zeroedLast(character: string | undefined, allowed: string): string {
  const code = character?.codePointAt(0) ?? 0;
  return allowed.charAt(code % allowed.length);
}

/** A number that DynamoDB takes, in any of the ways to write it: up to 38 digits. */
export function arbitraryNumberText(): fc.Arbitrary<string> {
  const digits = fc.stringMatching(/^[1-9][0-9]{0,37}$/);
  const sign = fc.constantFrom('', '', '-', '+');
  const whole = fc.tuple(sign, digits).map(([minus, text]) => minus + text);
  const point = fc
    .tuple(sign, digits, fc.nat({ max: 38 }), fc.constantFrom('', '0', '000'))
    .map(([minus, text, at, zeros]) => {
      const place = Math.min(at, text.length);
      return `${minus}${text.slice(0, place)}.${text.slice(place)}${zeros}`;
    });
  const exponent = fc
    .tuple(sign, digits, fc.integer({ min: -130, max: 88 }), fc.constantFrom('e', 'E', 'e+'))
    .map(([minus, text, power, letter]) => `${minus}${text}${power < 0 ? 'e' : letter}${power}`);
  const known = fc.constantFrom('0', '-0', '0.0', '1', '-1', '0.1', '3.14', '007', '1e125');
  return fc.oneof(known, whole, point, exponent);
}
