import { awsCliCode } from './aws-cli/aws-cli.ts';
import type { CodeRequest, CodeStyle } from './code-request.ts';
import { curlCode } from './http/curl.ts';
import { httpCode } from './http/http.ts';
import { javascriptCode } from './javascript/javascript.ts';
import { pythonCode } from './python/python.ts';

const generators: Readonly<Record<CodeStyle, (input: CodeRequest) => string>> = {
  'python-resource': pythonCode('resource'),
  'python-client': pythonCode('client'),
  'javascript-document': javascriptCode('document'),
  'javascript-plain': javascriptCode('plain'),
  'aws-cli': awsCliCode,
  http: httpCode,
  curl: curlCode,
};

/** What the app does, as code that runs as it stands and does the same. Ends in a newline. */
export function generateCode(style: CodeStyle, input: CodeRequest): string {
  return generators[style](input);
}
