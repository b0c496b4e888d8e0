import { awsCliCode } from './aws-cli.ts';
import type { CodeLanguage, CodeRequest } from './code-request.ts';
import { javascriptCode } from './javascript.ts';
import { pythonCode } from './python.ts';

const generators: Readonly<Record<CodeLanguage, (input: CodeRequest) => string>> = {
  python: pythonCode,
  javascript: javascriptCode,
  'aws-cli': awsCliCode,
};

/** What the app sends, as code that runs as it stands and sends the same. Ends in a newline. */
export function generateCode(language: CodeLanguage, input: CodeRequest): string {
  return generators[language](input);
}
