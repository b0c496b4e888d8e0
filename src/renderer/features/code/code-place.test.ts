import { describe, expect, it } from 'vitest';
import { codePlace } from './code-place.ts';

describe('where code sends', () => {
  const endpoint = 'http://127.0.0.1:8000';

  it('takes any keys for the sandbox, and the profile of a profile', () => {
    expect(codePlace({ kind: 'sandbox', endpoint, region: 'us-east-1' })).toEqual({
      endpoint,
      region: 'us-east-1',
      access: { kind: 'sandbox' },
    });
    expect(codePlace({ kind: 'profile', profile: 'work', region: 'eu-west-1' }).access).toEqual({
      kind: 'profile',
      profile: 'work',
    });
  });

  it('leaves typed-in keys to the environment, on this machine too', () => {
    expect(codePlace({ kind: 'keys', endpoint, region: 'us-east-1' }).access).toEqual({
      kind: 'default',
    });
  });
});
