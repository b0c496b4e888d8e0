import { describe, expect, it } from 'vitest';
import { newConnectionSchema } from '../../../contract/connections.ts';
import { checkConnectionForm, connectionOf, emptyConnectionForm } from './connection-form.ts';

const form = { ...emptyConnectionForm, name: ' Live ' };

describe('checkConnectionForm', () => {
  it('asks for a name, a region and a full address', () => {
    expect(checkConnectionForm(form)).toEqual({});
    expect(
      checkConnectionForm({ ...form, name: '  ', region: '', endpoint: 'localhost:8000' }),
    ).toEqual({
      name: 'Give the connection a name.',
      region: 'Name a region, such as eu-west-1; an endpoint of your own takes any.',
      endpoint: 'Write it as a full address, such as http://localhost:8000.',
    });
  });

  it('asks only for what the kind of credentials needs', () => {
    expect(checkConnectionForm({ ...form, credentials: 'profile' })).toEqual({
      profile: 'Choose a profile of your AWS config files.',
    });
    expect(checkConnectionForm({ ...form, credentials: 'keys' })).toEqual({
      accessKeyId: 'Type the access key id.',
      secretAccessKey: 'Type the secret key.',
    });
  });
});

describe('connectionOf', () => {
  it('makes what the contract takes, without empty parts', () => {
    const keys = { accessKeyId: ' AKIA ', secretAccessKey: 'secret' };
    const connection = connectionOf({ ...form, ...keys, credentials: 'keys' });
    expect(connection).toEqual({
      name: 'Live',
      region: 'us-east-1',
      credentials: { kind: 'keys', accessKeyId: 'AKIA', secretAccessKey: 'secret' },
      colour: 'blue',
      guard: 'open',
    });
    expect(newConnectionSchema.safeParse(connection).success).toBe(true);
  });
});
