import { accessOf } from '../code-request.ts';
import type { CodeMembers, CodePlace } from '../code-request.ts';
import { requestHasBinary, setMembers } from '../notation.ts';
import { jsonWord, shellWord } from '../shell.ts';

/** `TableName` as the CLI has it: `table-name`; `SSESpecification`: `sse-specification`. */
export function kebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** A member as an option. */
export function argument(name: string, value: unknown): string {
  const option = `--${kebab(name)}`;
  if (value === true) return option;
  if (value === false) return `--no-${kebab(name)}`;
  if (typeof value === 'string' || typeof value === 'number') {
    const word = shellWord(String(value));
    // What begins with a dash would be taken for an option.
    return word.startsWith('-') ? `${option}=${word}` : `${option} ${word}`;
  }
  // Its lines stand below the option, which is indented by one step itself.
  return `${option} ${jsonWord(value, option.length + 6)}`;
}

/** The members that are set as options. */
export function argumentsOf(request: CodeMembers): string[] {
  return setMembers(request).map(([name, value]) => argument(name, value));
}

// Version 1 would write the base64 text itself; it does not know the option, and so writes nothing.
export const binaryOption = '--cli-binary-format base64';
export const binaryNote = '# Binary values need version 2 of the AWS CLI.';

/** What to add for a request that holds binary. */
export function binaryArguments(request: CodeMembers): string[] {
  return requestHasBinary(request) ? [binaryOption] : [];
}

/** `aws dynamodb …` with where it goes and what it is given, one option to a line. */
export function command(place: CodePlace, name: string, options: readonly string[]): string {
  const access = accessOf(place);
  const lines = [`aws dynamodb ${name}`, `--region ${shellWord(place.region)}`];
  if (place.endpoint !== undefined) lines.push(`--endpoint-url ${shellWord(place.endpoint)}`);
  if (access.kind === 'profile') lines.push(`--profile ${shellWord(access.profile)}`);
  if (access.kind === 'sandbox') {
    lines.unshift('AWS_ACCESS_KEY_ID=sortkey AWS_SECRET_ACCESS_KEY=sortkey');
  }
  return [...lines, ...options].join(' \\\n  ');
}
