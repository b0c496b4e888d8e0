import type { CodePlace, WireAct } from '../code-request.ts';
import type { Reading } from '../reading.ts';
import { shellWord } from '../shell.ts';
import { argument, argumentsOf, binaryArguments, command, kebab } from './command.ts';

/** Reads every page of a query or scan: the CLI pages by itself unless it is told where to begin. */
function pagesByItself(place: CodePlace, operation: string, reading: Reading): string[] {
  const { request, segments } = reading;
  const { Limit, ...rest } = request;
  const options = argumentsOf(request['ExclusiveStartKey'] === undefined ? rest : request);
  if (request['ExclusiveStartKey'] === undefined && Limit !== undefined) {
    options.push(argument('PageSize', Limit));
  }
  options.push(...binaryArguments(request));
  if (segments === undefined) {
    const note = '# From a key to start from, the CLI reads one page only.';
    const notes = request['ExclusiveStartKey'] === undefined ? [] : [note];
    return [...notes, command(place, kebab(operation), options)];
  }
  const ofSegment = [`--total-segments ${segments}`, '--segment "$segment"'];
  const scan = command(place, kebab(operation), [...options, ...ofSegment]);
  return [
    '# Each segment goes into a file of its own, all at the same time.',
    `for segment in $(seq 0 ${segments - 1}); do`,
    `${scan} > "segment-$segment.json" &`,
    'done',
    'wait',
    'cat segment-*.json',
  ];
}

/** Reads every page of a statement, which the CLI does not do by itself. */
function pagesOfStatement(place: CodePlace, { request }: Reading): string[] {
  const { NextToken, ...rest } = request;
  const options = [...argumentsOf(rest), ...binaryArguments(rest)];
  options.push('${token:+--next-token "$token"}', '--output json');
  return [
    `token=${typeof NextToken === 'string' ? shellWord(NextToken) : ''}`,
    'failed=0',
    `while page=$(${command(place, 'execute-statement', options)}) || { failed=1; false; }; do`,
    `printf '%s\\n' "$page"`,
    `token=$(printf '%s\\n' "$page" | sed -n 's/^    "NextToken": "\\(.*\\)",\\{0,1\\}$/\\1/p')`,
    '[ -n "$token" ] || break',
    'done',
    '[ "$failed" = 0 ]',
  ];
}

/** Reads every page. */
export function readAll(
  place: CodePlace,
  operation: WireAct['operation'],
  reading: Reading,
): string[] {
  return operation === 'ExecuteStatement'
    ? pagesOfStatement(place, reading)
    : pagesByItself(place, operation, reading);
}
