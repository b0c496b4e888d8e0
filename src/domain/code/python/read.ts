import { indented } from '../layout.ts';
import type { Reading } from '../reading.ts';
import { pythonStyle } from '../python-literal.ts';
import { dictionary } from './notation.ts';
import type { PythonKind } from './notation.ts';

const step = (...lines: string[]) => indented(lines, pythonStyle.step);

function pages(call: string, { next, from }: Reading, each: readonly string[]): string[] {
  return [
    'while True:',
    ...step(
      `response = ${call}(**request)`,
      ...each,
      `if "${next}" not in response:`,
      ...step('break'),
      `request["${from}"] = response["${next}"]`,
    ),
  ];
}

function pagesInTurn(call: string, reading: Reading, kind: PythonKind): string[] {
  const request = `request = ${dictionary(reading.request, kind)}`;
  if (reading.counts) {
    const each = ['count += response["Count"]'];
    return [request, 'count = 0', ...pages(call, reading, each), 'print(count)'];
  }
  return [
    request,
    ...pages(call, reading, ['for item in response["Items"]:', ...step('print(item)')]),
  ];
}

/** Reads every page, in as many threads as there are segments where there are any. */
export function readAll(call: string, reading: Reading, kind: PythonKind): string[] {
  const { segments, counts } = reading;
  if (segments === undefined) return pagesInTurn(call, reading, kind);
  const found = counts ? 'count' : 'items';
  const each = counts ? 'count += response["Count"]' : 'items += response["Items"]';
  const request = { ...reading.request, TotalSegments: segments };
  return [
    '',
    '',
    'def read(segment):',
    ...step(
      `request = ${dictionary(request, kind)}`,
      'request["Segment"] = segment',
      `${found} = ${counts ? '0' : '[]'}`,
      ...pages(call, reading, [each]),
      `return ${found}`,
    ),
    '',
    '',
    `with ThreadPoolExecutor(${Math.min(segments, 16)}) as threads:`,
    ...(counts
      ? step(`print(sum(threads.map(read, range(${segments}))))`)
      : step(
          `for items in threads.map(read, range(${segments})):`,
          ...step('for item in items:', ...step('print(item)')),
        )),
  ];
}
