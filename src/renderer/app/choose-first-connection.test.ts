import { expect, it } from 'vitest';
import { chooseFirstConnection } from './choose-first-connection.ts';

const connections = [{ id: 'sandbox' }, { id: 'live' }, { id: 'start' }];

it('shows what the start was told, else what was shown last, else the sandbox', () => {
  const plain = { connections, initialConnectionId: 'sandbox' };
  expect(chooseFirstConnection(plain, undefined)).toBe('sandbox');
  expect(chooseFirstConnection(plain, 'live')).toBe('live');
  expect(chooseFirstConnection(plain, 'removed since')).toBe('sandbox');
  expect(chooseFirstConnection({ connections, initialConnectionId: 'start' }, 'live')).toBe(
    'start',
  );
});
