import type { ImportAct } from '../code-request.ts';
import { isLines, isTyped } from '../import-format.ts';
import { indented } from '../layout.ts';
import { pythonStyle } from '../python-literal.ts';
import { quoted } from './notation.ts';
import type { PythonKind } from './notation.ts';
import { untilProcessed } from './write.ts';

type Import = ImportAct['request'];

const step = (...lines: string[]) => indented(lines, pythonStyle.step);

/** The generator `rows(path)`: each JSON value of the file, numbers by `numbers`. */
export function rows(input: Import, numbers: string): string[] {
  const options = numbers === '' ? '' : `, parse_float=${numbers}, parse_int=${numbers}`;
  const body = isLines(input)
    ? [
        'for line in file:',
        ...step('if line.strip():', ...step(`yield json.loads(line${options})`)),
      ]
    : [
        `found = json.load(file${options})`,
        'yield from found if isinstance(found, list) else [found]',
      ];
  return [
    '',
    'def rows(path):',
    ...step('with open(path, encoding="utf-8-sig") as file:', ...step(...body)),
    '',
  ];
}

const attribute = [
  '',
  'def attribute(value):',
  ...step(
    '"""DynamoDB JSON with binary as bytes, which boto3 takes."""',
    '[(kind, content)] = value.items()',
    'if kind == "B":',
    ...step('return {"B": base64.b64decode(content)}'),
    'if kind == "BS":',
    ...step('return {"BS": [base64.b64decode(one) for one in content]}'),
    'if kind == "L":',
    ...step('return {"L": [attribute(one) for one in content]}'),
    'if kind == "M":',
    ...step('return {"M": {name: attribute(one) for name, one in content.items()}}'),
    'return value',
  ),
  '',
];

const asItem: Readonly<Record<'plain' | 'typed', readonly string[]>> = {
  plain: ['item = serializer.serialize(row)["M"]'],
  typed: [
    "# A row of DynamoDB's own export stands in an Item.",
    'row = row if key_names[0] in row else row["Item"]',
    'item = {name: attribute(value) for name, value in row.items()}',
  ],
};

function throughClient(input: Import): string[] {
  const typed = isTyped(input);
  return [
    `key_names = [${input.keyNames.map(quoted).join(', ')}]`,
    ...(typed ? [] : ['serializer = TypeSerializer()']),
    '',
    ...rows(input, typed ? '' : 'Decimal'),
    ...(typed ? attribute : []),
    '',
    'def write(items):',
    ...step(
      'puts = [{"PutRequest": {"Item": item}} for item in items]',
      `request = {"RequestItems": {${quoted(input.tableName)}: puts}}`,
      ...untilProcessed('client'),
    ),
    '',
    '',
    'count = 0',
    'batch = {}',
    `for row in rows(${quoted(input.fileName)}):`,
    ...step(
      ...asItem[typed ? 'typed' : 'plain'],
      '# Of rows with one key in a batch the last is written: DynamoDB takes no two.',
      'batch[repr([item[name] for name in key_names])] = item',
      'count += 1',
      'if len(batch) == 25:',
      ...step('write(batch.values())', 'batch = {}'),
    ),
    'if batch:',
    ...step('write(batch.values())'),
    'print(f"{count} rows written")',
  ];
}

function throughTable(input: Import): string[] {
  const keys = input.keyNames.map(quoted).join(', ');
  return [
    `table = dynamodb.Table(${quoted(input.tableName)})`,
    '',
    ...rows(input, 'Decimal'),
    '',
    'count = 0',
    '# Writes 25 at a time, and again what DynamoDB did not get to; of rows with one key the last.',
    `with table.batch_writer(overwrite_by_pkeys=[${keys}]) as batch:`,
    ...step(
      `for row in rows(${quoted(input.fileName)}):`,
      ...step('batch.put_item(Item=row)', 'count += 1'),
    ),
    'print(f"{count} rows written")',
  ];
}

/** Writes the rows of a file; a file in DynamoDB JSON always through the client, which takes it. */
export function importCode(input: Import, kind: PythonKind): string[] {
  return kind === 'resource' && !isTyped(input) ? throughTable(input) : throughClient(input);
}
