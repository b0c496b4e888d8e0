import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIndexName, checkTableName } from './table-name.ts';

describe('checkTableName', () => {
  it('takes what DynamoDB takes and nothing else', () => {
    const name = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9_.-]{0,6}$/), fc.string());
    fc.assert(
      fc.property(name, (candidate) => {
        const taken = /^[a-zA-Z0-9_.-]{3,255}$/.test(candidate);
        expect(checkTableName(candidate) === undefined).toBe(taken);
      }),
    );
    expect(checkTableName('x'.repeat(255))).toBeUndefined();
  });

  it.each([
    ['', 'A table name is needed.'],
    ['ab', 'A table name has at least 3 characters; this one has 2.'],
    ['x'.repeat(256), 'A table name has at most 255 characters; this one has 256.'],
    ['my table', 'A table name may hold letters a–z and A–Z, digits, _ . and -, not a space.'],
    ['bücher', 'A table name may hold letters a–z and A–Z, digits, _ . and -, not "ü".'],
    ['books\n', 'A table name may hold letters a–z and A–Z, digits, _ . and -, not "\\n".'],
  ])('refuses %j in words', (name, reason) => {
    expect(checkTableName(name)).toBe(reason);
  });

  it('says index where it is one', () => {
    expect(checkIndexName('i')).toBe('An index name has at least 3 characters; this one has 1.');
    expect(checkIndexName('by-title')).toBeUndefined();
  });
});
