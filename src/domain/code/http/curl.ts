import { accessOf } from '../code-request.ts';
import type { CodePlace, CodeRequest } from '../code-request.ts';
import { shellWord } from '../shell.ts';
import { messagesOf } from './messages.ts';
import type { HttpMessage } from './messages.ts';

const environmentKeys = [
  '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
  '${AWS_SESSION_TOKEN:+--header "X-Amz-Security-Token: $AWS_SESSION_TOKEN"}',
];

function command(place: CodePlace, { url, headers, body, note }: HttpMessage): string {
  const keys = accessOf(place).kind === 'sandbox' ? ['--user sortkey:sortkey'] : environmentKeys;
  const lines = [
    'curl --silent --show-error --fail-with-body',
    `--aws-sigv4 ${shellWord(`aws:amz:${place.region}:dynamodb`)}`,
    ...keys,
    ...headers.map(([name, value]) => `--header ${shellWord(`${name}: ${value}`)}`),
    '--data-binary @-',
    `${shellWord(url)} <<'JSON'`,
  ];
  const notes = note === undefined ? '' : `# ${note}\n`;
  return `${notes}${lines.join(' \\\n  ')}\n${body}\nJSON\n`;
}

function keysOf(place: CodePlace): string {
  const access = accessOf(place);
  if (access.kind === 'sandbox') return '';
  if (access.kind === 'default') return '# Signs with the keys of the environment.\n';
  const profile = shellWord(access.profile);
  return `eval "$(aws configure export-credentials --profile ${profile} --format env)"\n`;
}

/** The requests as curl sends and signs them, for a POSIX shell. */
export function curlCode(input: CodeRequest): string {
  if (input.operation === 'Import') {
    return '# An import is a loop over a file: see Python, JavaScript or AWS CLI.\n';
  }
  return (
    keysOf(input) +
    messagesOf(input)
      .map((message) => command(input, message))
      .join('\n')
  );
}
