import type { CodeRequest } from '../code-request.ts';
import { messagesOf } from './messages.ts';

/** The requests as HTTP messages, as `.http` files have them: `#` notes, `###` between requests. */
export function httpCode(input: CodeRequest): string {
  const messages = messagesOf(input).map(({ url, headers, body, note }) =>
    [
      ...(note === undefined ? [] : [`# ${note}`]),
      `POST ${url}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      body,
      '',
    ].join('\n'),
  );
  const signed = `# Sent with a signature (AWS Signature Version 4, dynamodb, ${input.region}).\n`;
  return signed + messages.join('\n###\n');
}
