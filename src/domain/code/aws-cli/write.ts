import type { CodePlace, CommitAct, WireAct } from '../code-request.ts';
import { indented } from '../layout.ts';
import { jsonWord } from '../shell.ts';
import { argument, argumentsOf, binaryArguments, command, kebab } from './command.ts';

/** One request; a table is waited for. */
export function single(place: CodePlace, { operation, request }: WireAct): string[] {
  const options = [...argumentsOf(request), ...binaryArguments(request)];
  const wait = (state: string) =>
    command(place, `wait ${state}`, [argument('TableName', request['TableName'])]);
  return [
    command(place, kebab(operation), options),
    ...(operation === 'CreateTable' ? [wait('table-exists')] : []),
    ...(operation === 'DeleteTable' ? [wait('table-not-exists')] : []),
  ];
}

/** Sends while anything is left, waiting longer each time: nothing is told as `{}` or not at all. */
export function untilProcessed(isLeft: string, send: readonly string[]): string[] {
  return [
    'wait=0',
    `while [ ${isLeft} ]; do`,
    ...indented(
      [
        '# What DynamoDB did not get to is sent again, a little later.',
        'sleep "$wait"',
        'wait=$((wait * 2 + 1))',
        ...send,
      ],
      '  ',
    ),
    'done',
  ];
}

/** BatchWriteItem until nothing of it is left unprocessed. */
export function batch(place: CodePlace, request: WireAct['request']): string[] {
  const { RequestItems, ...rest } = request;
  const options = ['--request-items "$request"', ...argumentsOf(rest), ...binaryArguments(request)];
  options.push('--query UnprocessedItems', '--output json');
  const send = command(place, 'batch-write-item', options);
  return [
    `request=${jsonWord(RequestItems, 8, 0)}`,
    ...untilProcessed('"${#request}" -gt 2', [`request=$(${send})`]),
  ];
}

/** Writes one by one; one that fails keeps back no other. */
export function commit(place: CodePlace, { writes }: CommitAct['request']): string[] {
  const commands = writes.flatMap((write) => single(place, write));
  return ['failed=0', ...commands.map((one) => `${one} || failed=1`), '[ "$failed" = 0 ]'];
}
