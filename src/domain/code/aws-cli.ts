import { accessOf, membersOf, requestHasBinary } from './code-request.ts';
import type { CodeRequest } from './code-request.ts';
import { jsonLayout, print } from './layout.ts';

const style = { step: '  ', trailingComma: false };

/** `TableName` as the CLI has it: `table-name`; `SSESpecification`: `sse-specification`. */
function kebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** One word for a POSIX shell, whatever it holds. */
function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function argument(name: string, value: unknown): string {
  const option = `--${kebab(name)}`;
  if (value === true) return option;
  if (value === false) return `--no-${kebab(name)}`;
  if (typeof value === 'string' || typeof value === 'number') {
    return `${option} ${shellWord(String(value))}`;
  }
  // Its lines stand below the option, which is indented by one step itself.
  return `${option} ${shellWord(print(jsonLayout(value), style, 1, option.length + 6))}`;
}

/** The request as a command of the AWS CLI, for a POSIX shell. */
export function awsCliCode(input: CodeRequest): string {
  const { operation, request, endpoint, region } = input;
  const access = accessOf(input);
  const where = [`--region ${shellWord(region)}`];
  if (endpoint !== undefined) where.push(`--endpoint-url ${shellWord(endpoint)}`);
  if (access.kind === 'profile') where.push(`--profile ${shellWord(access.profile)}`);
  const command = (...parts: string[]) => {
    const keys = 'AWS_ACCESS_KEY_ID=sortkey AWS_SECRET_ACCESS_KEY=sortkey';
    const lines = [...parts.slice(0, 1), ...where, ...parts.slice(1)];
    return (access.kind === 'sandbox' ? [keys, ...lines] : lines).join(' \\\n  ');
  };
  const members = membersOf(request).map(({ name, value }) => argument(name, value));
  // Version 1 would write the base64 text itself; it does not know the option, and so writes nothing.
  const hasBinary = requestHasBinary(request);
  if (hasBinary) members.push('--cli-binary-format base64');
  const commands = hasBinary ? ['# Binary values need version 2 of the AWS CLI.'] : [];
  commands.push(command(`aws dynamodb ${kebab(operation)}`, ...members));
  if (operation === 'CreateTable') {
    commands.push(
      command('aws dynamodb wait table-exists', argument('TableName', request['TableName'])),
    );
  }
  return `${commands.join('\n')}\n`;
}
