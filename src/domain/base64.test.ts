import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ByteLength, checkBase64, decodeBase64, encodeBase64, hexPreview } from './base64.ts';

describe('base64', () => {
  it('writes, measures and reads bytes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(checkBase64(text)).toBeUndefined();
        expect(base64ByteLength(text)).toBe(bytes.length);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('takes exactly the texts that Node writes back unchanged', () => {
    const text = fc.stringMatching(/^[AQgBz+/=]{0,9}$/);
    fc.assert(
      fc.property(text, (candidate) => {
        const same = Buffer.from(candidate, 'base64').toString('base64') === candidate;
        expect(checkBase64(candidate) === undefined).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['QQ', 'Base64 comes in groups of four characters, padded with =; this has 2.'],
    ['QR==', 'The last character of this base64 holds bits past its last byte.'],
    ['QUJ=', 'The last character of this base64 holds bits past its last byte.'],
    ['Q=Q=', 'Base64 may have = only at its end, and at most two.'],
    ['Q===', 'Base64 may have = only at its end, and at most two.'],
    [
      'a-b_',
      'Base64 holds letters, digits, + and /, not "-" (the URL-safe alphabet is not taken).',
    ],
    ['QQ==\n', 'Base64 holds letters, digits, + and /, not "\\n".'],
    ['é', 'Base64 holds letters, digits, + and /, not "é".'],
  ])('refuses %j in words', (text, reason) => {
    expect(checkBase64(text)).toBe(reason);
  });
});

describe('hexPreview', () => {
  it('shows the first bytes and says when there are more', () => {
    expect(hexPreview('')).toBe('');
    expect(hexPreview('SGVs')).toBe('48 65 6c');
    expect(hexPreview('SGVsbG8=', 5)).toBe('48 65 6c 6c 6f');
    expect(hexPreview('SGVsbG8=', 4)).toBe('48 65 6c 6c …');
    expect(hexPreview('SGVsbG8=', 3)).toBe('48 65 6c …');
  });
});
