import { expect, it } from 'vitest';
import { shellExports } from './shell-exports.ts';

it('writes variables as a shell takes them', () => {
  const variables = [
    { name: 'AWS_ENDPOINT_URL_DYNAMODB', value: 'http://127.0.0.1:41873' },
    { name: 'AWS_SECRET_ACCESS_KEY', value: "it's $HOME" },
  ];
  expect(shellExports(variables)).toBe(
    `export AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:41873\n` +
      String.raw`export AWS_SECRET_ACCESS_KEY='it'\''s $HOME'`,
  );
});
