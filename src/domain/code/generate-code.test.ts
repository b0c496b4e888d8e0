import { describe, expect, it } from 'vitest';
import { codeStyles } from './code-request.ts';
import type { CodeRequest, WireAct, CodePlace } from './code-request.ts';
import { generateCode } from './generate-code.ts';
import { examples } from './testing/examples.ts';

const scan = (more: Partial<CodePlace & Pick<WireAct, 'request'>> = {}): CodeRequest => ({
  operation: 'Scan',
  request: { TableName: 'Books' },
  region: 'us-east-1',
  ...more,
});

describe('the code of a request', () => {
  for (const [name, example] of Object.entries(examples)) {
    for (const style of codeStyles) {
      it(`is the same as ever for ${name} in ${style}`, async () => {
        await expect(generateCode(style, example)).toMatchFileSnapshot(
          `golden/${name}.${style}.golden.txt`,
        );
      });
    }
  }

  it('uses the keys that any client accepts only for an engine on this machine', () => {
    const hosts = ['http://127.0.0.1:8000', 'http://localhost:8000', 'http://[::1]:8000'];
    for (const endpoint of hosts) {
      expect(generateCode('python-client', scan({ endpoint }))).toContain(
        'aws_access_key_id="sortkey"',
      );
    }
    for (const endpoint of [undefined, 'https://dynamodb.example', 'http://localhost.example']) {
      for (const style of codeStyles) {
        expect(generateCode(style, scan({ endpoint }))).not.toContain('sortkey"');
        expect(generateCode(style, scan({ endpoint }))).not.toContain('=sortkey');
      }
    }
    const own = { endpoint: 'http://127.0.0.1:8000', access: { kind: 'default' } } as const;
    expect(generateCode('javascript-plain', scan(own))).not.toContain('credentials');
  });

  it('names the profile in each language', () => {
    const profile = scan({ access: { kind: 'profile', profile: 'work' } });
    expect(generateCode('python-client', profile)).toContain(
      'boto3.Session(profile_name="work").client(',
    );
    expect(generateCode('javascript-plain', profile)).toContain('profile: "work"');
    expect(generateCode('aws-cli', profile)).toContain('--profile work');
  });

  it('leaves out what is not set', () => {
    const request = { TableName: 'Books', IndexName: undefined };
    for (const style of codeStyles) {
      expect(generateCode(style, scan({ request }))).not.toMatch(/IndexName|index-name/);
    }
  });

  it('keeps an attribute named __proto__ a property in JavaScript', () => {
    expect(generateCode('javascript-plain', examples['scan'] ?? scan())).toContain(
      '["__proto__"]: {',
    );
  });
});
