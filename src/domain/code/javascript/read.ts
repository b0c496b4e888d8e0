import type { WireCodeOperation } from '../code-request.ts';
import { indented } from '../layout.ts';
import type { Reading } from '../reading.ts';
import { commandOf } from './command.ts';
import { javascriptStyle, requestObject } from './notation.ts';
import type { JavascriptKind } from './notation.ts';

const step = (...lines: string[]) => indented(lines, javascriptStyle.step);

function pages(command: string, { next, from }: Reading, each: readonly string[]): string[] {
  return [
    'do {',
    ...step(
      `const page = await client.send(new ${command}(request));`,
      ...each,
      `request.${from} = page.${next};`,
    ),
    `} while (request.${from} !== undefined);`,
  ];
}

function pagesInTurn(command: string, reading: Reading, kind: JavascriptKind): string[] {
  const request = `const request = ${requestObject(reading.request, kind)};`;
  if (reading.counts) {
    const each = ['count += page.Count;'];
    return [request, 'let count = 0;', ...pages(command, reading, each), 'console.log(count);'];
  }
  const each = 'for (const item of page.Items) console.dir(item, { depth: null });';
  return [request, ...pages(command, reading, [each])];
}

/** Reads every page, of all segments at the same time where there are any. */
export function readAll(
  operation: WireCodeOperation,
  reading: Reading,
  kind: JavascriptKind,
): string[] {
  const { segments, counts } = reading;
  const command = commandOf(operation, kind);
  if (segments === undefined) return pagesInTurn(command, reading, kind);
  const request = { ...reading.request, TotalSegments: segments };
  return [
    'async function read(segment) {',
    ...step(
      `const request = ${requestObject(request, kind, ['Segment: segment'])};`,
      counts ? 'let count = 0;' : 'const items = [];',
      ...pages(command, reading, [counts ? 'count += page.Count;' : 'items.push(...page.Items);']),
      `return ${counts ? 'count' : 'items'};`,
    ),
    '}',
    '',
    `const segments = Array.from({ length: ${segments} }, (_, segment) => read(segment));`,
    counts
      ? 'console.log((await Promise.all(segments)).reduce((sum, count) => sum + count, 0));'
      : 'for (const item of (await Promise.all(segments)).flat()) console.dir(item, { depth: null });',
  ];
}
