import { accessOf } from '../code-request.ts';
import type { CodePlace } from '../code-request.ts';
import { indented } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { javascriptStyle, options, quoted } from './notation.ts';
import type { JavascriptKind } from './notation.ts';

/** Makes `client`. */
export function connect(place: CodePlace, kind: JavascriptKind): string {
  const access = accessOf(place);
  const entries: [string, Layout][] = [['region', quoted(place.region)]];
  if (place.endpoint !== undefined) entries.push(['endpoint', quoted(place.endpoint)]);
  if (access.kind === 'profile') entries.push(['profile', quoted(access.profile)]);
  if (access.kind === 'sandbox') {
    entries.push(['credentials', '{ accessKeyId: "sortkey", secretAccessKey: "sortkey" }']);
  }
  const plain = `new DynamoDBClient(${options(entries, true)})`;
  if (kind === 'plain') return `const client = ${plain};`;
  return [
    'const client = DynamoDBDocumentClient.from(',
    ...indented(
      [
        `${plain},`,
        '// Numbers come as NumberValue, which keeps every digit.',
        '{ unmarshallOptions: { wrapNumbers: true } },',
      ],
      javascriptStyle.step,
    ),
    ');',
  ].join('\n');
}
