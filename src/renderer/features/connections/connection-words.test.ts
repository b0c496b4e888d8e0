import { expect, it } from 'vitest';
import type { Connection } from '../../../contract/connections.ts';
import { placeOf } from './connection-words.ts';

const connection: Connection = {
  id: 'x',
  name: 'X',
  kind: 'default',
  region: 'eu-west-1',
  colour: 'red',
  guard: 'open',
  capabilities: { parallelSegments: 1, lacks: [] },
  ready: true,
};

it('says where a connection leads', () => {
  expect(placeOf(connection)).toBe('eu-west-1');
  expect(placeOf({ ...connection, kind: 'profile', profile: 'live' })).toBe(
    'eu-west-1 · profile live',
  );
  expect(placeOf({ ...connection, endpoint: 'http://localhost:8000/' })).toBe(
    'eu-west-1 · localhost:8000',
  );
  expect(placeOf({ ...connection, kind: 'sandbox', endpoint: 'http://127.0.0.1:41873' })).toBe(
    'local · 127.0.0.1:41873',
  );
  expect(placeOf({ ...connection, kind: 'sandbox' })).toBe('local');
  expect(placeOf({ ...connection, endpoint: 'not an address' })).toBe('eu-west-1 · not an address');
});
