import type { CodeRequest } from '../code-request.ts';
import { readingOf } from '../reading.ts';
import { binaryNote, binaryOption } from './command.ts';
import { importCode } from './import.ts';
import { readAll } from './read.ts';
import { batch, commit, single } from './write.ts';

function body(input: CodeRequest): string[] {
  if (input.operation === 'Import') return importCode(input, input.request);
  if (input.operation === 'Commit') return commit(input, input.request);
  if (input.operation === 'BatchWriteItem') return batch(input, input.request);
  const reading = readingOf(input.operation, input.request);
  return reading === undefined ? single(input, input) : readAll(input, input.operation, reading);
}

/** What the app does as commands of the AWS CLI, for a POSIX shell. */
export function awsCliCode(input: CodeRequest): string {
  const code = `${body(input).join('\n')}\n`;
  return code.includes(binaryOption) ? `${binaryNote}\n${code}` : code;
}
