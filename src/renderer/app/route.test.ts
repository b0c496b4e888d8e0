import { describe, expect, it } from 'vitest';
import { hashOfTable, tableOfHash } from './route.ts';

describe('the address of a table', () => {
  it.each(['Books', 'a.b-c_d', '100%', 'x/y#z'])('of %s leads back to it', (name) => {
    expect(tableOfHash(hashOfTable(name))).toBe(name);
  });

  it.each(['', '#', '#/tables/', '#/settings', '#/tables/%zz', 'tables/Books'])(
    '%j names no table',
    (hash) => {
      expect(tableOfHash(hash)).toBeUndefined();
    },
  );
});
