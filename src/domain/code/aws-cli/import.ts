import type { CodePlace, ImportAct } from '../code-request.ts';
import { isTyped } from '../import-format.ts';
import { indented } from '../layout.ts';
import { rows } from '../python/import.ts';
import { shellWord } from '../shell.ts';
import { binaryOption, command } from './command.ts';
import { untilProcessed } from './write.ts';

type Import = ImportAct['request'];

const step = (...lines: string[]) => indented(lines, '    ');

const attribute = [
  '',
  'class Number(str):',
  ...step('"""The text of a number, which keeps every digit."""'),
  '',
  '',
  'def attribute(value):',
  ...step(
    'if value is None:',
    ...step('return {"NULL": True}'),
    'if isinstance(value, bool):',
    ...step('return {"BOOL": value}'),
    'if isinstance(value, Number):',
    ...step('return {"N": value}'),
    'if isinstance(value, str):',
    ...step('return {"S": value}'),
    'if isinstance(value, list):',
    ...step('return {"L": [attribute(one) for one in value]}'),
    'return {"M": {name: attribute(one) for name, one in value.items()}}',
  ),
  '',
];

/** Cuts the file into requests of 25 items, each in a file of its own. */
function cut(input: Import): string[] {
  const typed = isTyped(input);
  const item = typed
    ? [
        "# A row of DynamoDB's own export stands in an Item.",
        'item = row if key_names[0] in row else row["Item"]',
      ]
    : ['item = attribute(row)["M"]'];
  return [
    'import json',
    'import sys',
    '',
    'path, folder, table, *key_names = sys.argv[1:]',
    '',
    ...(typed ? [] : attribute),
    ...rows(input, typed ? '' : 'Number'),
    '',
    'def write(number, items):',
    ...step(
      'puts = [{"PutRequest": {"Item": item}} for item in items]',
      'with open(f"{folder}/{number:09}.json", "w") as file:',
      ...step('json.dump({table: puts}, file)'),
    ),
    '',
    '',
    'batch = {}',
    'count = 0',
    'for row in rows(path):',
    ...step(
      ...item,
      '# Of rows with one key in a batch the last is written: DynamoDB takes no two.',
      'batch[repr([item[name] for name in key_names])] = item',
      'count += 1',
      'if len(batch) == 25:',
      ...step('write(count, batch.values())', 'batch = {}'),
    ),
    'if batch:',
    ...step('write(count, batch.values())'),
    'print(f"{count} rows")',
  ];
}

/** Writes the rows of a file, 25 at a time. The CLI reads no rows: Python's own library does. */
export function importCode(place: CodePlace, input: Import): string[] {
  const words = [input.fileName, '"$folder"', input.tableName, ...input.keyNames];
  const given = words.map((word) => (word === '"$folder"' ? word : shellWord(word)));
  const options = ['--request-items "file://$request"'];
  if (isTyped(input)) options.push(binaryOption);
  options.push('--query UnprocessedItems', '--output json');
  const send = command(place, 'batch-write-item', options);
  return [
    '# Save as import.sh, and run: sh import.sh. Needs python3 beside the AWS CLI.',
    'folder=$(mktemp -d) || exit 1',
    `python3 - ${given.join(' ')} <<'PYTHON' || exit 1`,
    ...cut(input),
    'PYTHON',
    'for request in "$folder"/*.json; do',
    ...indented(
      [
        '[ -e "$request" ] || continue',
        ...untilProcessed('"$(wc -c < "$request")" -gt 3', [
          `${send} > "$request.rest" || exit 1`,
          'mv "$request.rest" "$request"',
        ]),
      ],
      '  ',
    ),
    'done',
    'rm -r "$folder"',
  ];
}
