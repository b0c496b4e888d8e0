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

  it.each(['__proto__', 'constructor'])(
    'leaves the document client where it could not write %s, at any depth',
    (name) => {
      const inner = Object.fromEntries([[name, { S: 'x' }]]);
      const item = { id: { S: 'a' }, deep: { L: [{ M: { more: { M: inner } } }] } };
      const request = { TransactItems: [{ Put: { TableName: 'Books', Item: item } }] };
      const input: CodeRequest = { ...scan(), operation: 'TransactWriteItems', request };
      const code = generateCode('javascript-document', input);
      expect(code).toContain('cannot write attributes named __proto__ or constructor');
      expect(code).toContain('new TransactWriteItemsCommand(');
      expect(code).not.toContain('lib-dynamodb');
    },
  );

  it.each([
    ['0', '0'],
    ['-12.5', '-12.5'],
    ['123456789012345', '123456789012345'],
    ['-0', 'NumberValue.from("-0")'],
    ['1.50', 'NumberValue.from("1.50")'],
    ['1E2', 'NumberValue.from("1E2")'],
    ['9007199254740993', 'NumberValue.from("9007199254740993")'],
    ['0.1234567890123456', 'NumberValue.from("0.1234567890123456")'],
  ])('writes the number %s in JavaScript as it was', (text, expected) => {
    const input: CodeRequest = {
      ...scan({ request: { TableName: 'Books', Item: { n: { N: text } } } }),
      operation: 'PutItem',
    };
    expect(generateCode('javascript-document', input)).toContain(`{ n: ${expected} }`);
  });

  it('tells attributes from what only has their name', () => {
    const request = {
      RequestItems: { Key: [{ PutRequest: { Item: { Item: { B: 'AA==' } } } }] },
    };
    const input: CodeRequest = { ...scan({ request }), operation: 'BatchWriteItem' };
    expect(generateCode('python-client', input)).toContain(
      '{"Item": {"B": base64.b64decode("AA==")}}',
    );
    const tagged = { TableName: 'Books', Tags: [{ Key: 'B', Value: 'AA==' }] };
    const create: CodeRequest = { ...scan({ request: tagged }), operation: 'CreateTable' };
    expect(generateCode('python-client', create)).toContain('[{"Key": "B", "Value": "AA=="}]');
  });

  it('sends no request of an import with curl, which reads no file', () => {
    const input = examples['import'] ?? scan();
    expect(generateCode('curl', input)).toMatch(/^# An import is a loop/);
  });
});
