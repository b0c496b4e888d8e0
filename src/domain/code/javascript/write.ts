import type { CodeMembers, CommitAct, WireAct } from '../code-request.ts';
import { indented } from '../layout.ts';
import { tableNameOf } from '../notation.ts';
import { commandOf } from './command.ts';
import { javascriptStyle, options, quoted, requestObject } from './notation.ts';
import type { JavascriptKind } from './notation.ts';

const step = (...lines: string[]) => indented(lines, javascriptStyle.step);

function answer({ operation, request }: WireAct): string[] {
  const table = options([['TableName', quoted(tableNameOf(request))]]);
  switch (operation) {
    case 'CreateTable':
      return [
        `await waitUntilTableExists({ client, maxWaitTime: 300 }, ${table});`,
        'console.log(response.TableDescription.TableName);',
      ];
    case 'DeleteTable':
      return [
        `await waitUntilTableNotExists({ client, maxWaitTime: 300 }, ${table});`,
        'console.log(response.TableDescription.TableName);',
      ];
    case 'GetItem':
      return ['console.dir(response.Item, { depth: null });'];
    case 'TransactGetItems':
    case 'ExecuteTransaction':
      return [
        'for (const { Item } of response.Responses ?? []) console.dir(Item, { depth: null });',
      ];
    case 'BatchExecuteStatement':
      return ['for (const one of response.Responses) console.dir(one, { depth: null });'];
    default:
      return ['console.dir(response, { depth: null });'];
  }
}

/** One request, and what there is to tell of its answer. */
export function single(act: WireAct, kind: JavascriptKind): string[] {
  const command = commandOf(act.operation, kind);
  return [
    'const response = await client.send(',
    ...step(`new ${command}(${requestObject(act.request, kind)}),`),
    ');',
    ...answer(act),
  ];
}

/** The lines that send a batch until nothing of it is left unprocessed. */
export function untilProcessed(kind: JavascriptKind): string[] {
  return [
    'for (let wait = 50; ; wait = Math.min(wait * 2, 10_000)) {',
    ...step(
      `const response = await client.send(new ${commandOf('BatchWriteItem', kind)}(request));`,
      '// What DynamoDB did not get to is sent again, a little later.',
      'request.RequestItems = response.UnprocessedItems ?? {};',
      'if (Object.keys(request.RequestItems).length === 0) break;',
      'await new Promise((resolve) => setTimeout(resolve, wait));',
    ),
    '}',
  ];
}

/** BatchWriteItem until nothing of it is left unprocessed. */
export function batch(request: CodeMembers, kind: JavascriptKind): string[] {
  return [`const request = ${requestObject(request, kind)};`, ...untilProcessed(kind)];
}

/** Writes one by one; one that fails keeps back no other. */
export function commit({ writes }: CommitAct['request'], kind: JavascriptKind): string[] {
  return [
    'const writes = [',
    ...step(
      ...writes.map(
        ({ operation, request }) =>
          `new ${commandOf(operation, kind)}(${requestObject(request, kind)}),`,
      ),
    ),
    '];',
    'for (const [index, write] of writes.entries()) {',
    ...step(
      'try {',
      ...step('await client.send(write);', 'console.log(`${index + 1}: written`);'),
      '} catch (error) {',
      ...step(
        'process.exitCode = 1;',
        'console.error(`${index + 1}: ${error.name}: ${error.message}`);',
      ),
      '}',
    ),
    '}',
  ];
}
