import type { CodeMembers, CommitAct, WireAct } from '../code-request.ts';
import { indented } from '../layout.ts';
import { tableNameOf } from '../notation.ts';
import { pythonStyle } from '../python-literal.ts';
import { call, dictionary, quoted } from './notation.ts';
import type { PythonKind } from './notation.ts';
import { methodOf, receiverOf } from './receiver.ts';

const step = (...lines: string[]) => indented(lines, pythonStyle.step);

/** One request, and what there is to tell of its answer. */
export function single({ operation, request }: WireAct, kind: PythonKind): string[] {
  const receiver = receiverOf(kind, operation, request);
  const open = `${receiver.name}.${methodOf(operation)}(`;
  const made = (name: string) => call(`${name} = ${open}`, receiver.request, kind);
  const table = `TableName=${quoted(tableNameOf(request))}`;
  switch (operation) {
    case 'CreateTable':
      return kind === 'resource'
        ? [made('table'), 'table.wait_until_exists()', 'print(table.name)']
        : [
            made('response'),
            `client.get_waiter("table_exists").wait(${table})`,
            'print(response["TableDescription"]["TableName"])',
          ];
    case 'DeleteTable':
      return kind === 'resource'
        ? ['table.delete()', 'table.wait_until_not_exists()']
        : [call(open, request, kind), `client.get_waiter("table_not_exists").wait(${table})`];
    case 'GetItem':
      return [made('response'), 'print(response.get("Item"))'];
    case 'TransactGetItems':
    case 'BatchExecuteStatement':
    case 'ExecuteTransaction':
      return [
        made('response'),
        'for one in response.get("Responses", []):',
        ...step(operation === 'BatchExecuteStatement' ? 'print(one)' : 'print(one.get("Item"))'),
      ];
    default:
      return [made('response'), 'print(response)'];
  }
}

/** The lines that send a batch until nothing of it is left unprocessed. */
export function untilProcessed(name: string): string[] {
  return [
    'wait = 0.05',
    'while request["RequestItems"]:',
    ...step(
      `response = ${name}.batch_write_item(**request)`,
      '# What DynamoDB did not get to is sent again, a little later.',
      'request["RequestItems"] = response.get("UnprocessedItems", {})',
      'if request["RequestItems"]:',
      ...step('time.sleep(wait)', 'wait = min(wait * 2, 10)'),
    ),
  ];
}

/** BatchWriteItem until nothing of it is left unprocessed. */
export function batch(request: CodeMembers, kind: PythonKind): string[] {
  const { name } = receiverOf(kind, 'BatchWriteItem', request);
  return [`request = ${dictionary(request, kind)}`, ...untilProcessed(name)];
}

/** Writes one by one; one that fails keeps back no other. */
export function commit({ writes }: CommitAct['request'], kind: PythonKind): string[] {
  const entries = writes.flatMap(({ operation, request }) => {
    const members = `${dictionary(request, kind)},`;
    return ['(', ...step(`client.${methodOf(operation)},`, members), '),'];
  });
  return [
    'writes = [',
    ...step(...entries),
    ']',
    'failed = 0',
    'for number, (write, request) in enumerate(writes, start=1):',
    ...step(
      'try:',
      ...step('write(**request)', 'print(f"{number}: written")'),
      'except ClientError as error:',
      ...step('failed += 1', 'print(f"{number}: {error}")'),
    ),
    'sys.exit(1 if failed else 0)',
  ];
}
