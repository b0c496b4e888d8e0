import type { ImportAct } from '../code-request.ts';
import { isLines, isTyped } from '../import-format.ts';
import { indented } from '../layout.ts';
import { javascriptStyle, options, quoted } from './notation.ts';
import type { JavascriptKind } from './notation.ts';
import { untilProcessed } from './write.ts';

type Import = ImportAct['request'];

const step = (...lines: string[]) => indented(lines, javascriptStyle.step);

// By lines of one kind: a text in JSON may hold other ends of lines, at which readline cuts.
const byLines = [
  'async function* rows(path) {',
  ...step(
    'let rest = "";',
    'for await (const chunk of createReadStream(path, "utf8")) {',
    ...step(
      'const lines = (rest + chunk).split("\\n");',
      'rest = lines.pop();',
      'yield* lines.map(parse);',
    ),
    '}',
    'yield parse(rest);',
  ),
  '}',
];

const asWhole = [
  'async function* rows(path) {',
  ...step(
    'const found = parse(await readFile(path, "utf8"));',
    'if (Array.isArray(found)) yield* found;',
    'else yield found;',
  ),
  '}',
];

// The source text of a number is not told to JSON.parse's reviver before Node 21.
const marked = [
  '// JSON.parse would round long numbers: they become marked texts, which keep every digit.',
  'const mark = crypto.randomUUID();',
  String.raw`const texts = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;`,
  'const markNumber = (text) => (text.startsWith(\'"\') ? text : `"${mark}${text}"`);',
];

const parsed: Readonly<Record<'typed' | JavascriptKind, readonly string[]>> = {
  typed: ['JSON.parse(json)'],
  plain: ['JSON.parse(json.replace(texts, markNumber))'],
  document: ['JSON.parse(json.replace(texts, markNumber), revive)'],
};

const parse = (expression: string): string[] => [
  'function parse(text) {',
  ...step(
    String.raw`const json = text.replace(/^\uFEFF/, "").trim();`,
    `return json === "" ? undefined : ${expression};`,
  ),
  '}',
];

const revive = [
  'function revive(name, value) {',
  ...step(
    'if (name === "__proto__" || name === "constructor") {',
    ...step('throw new Error(`The document client cannot write an attribute named ${name}.`);'),
    '}',
    'const isNumber = typeof value === "string" && value.startsWith(mark);',
    'return isNumber ? NumberValue.from(value.slice(mark.length)) : value;',
  ),
  '}',
];

const fromPlain = [
  'function attribute(value) {',
  ...step(
    'if (value === null) return { NULL: true };',
    'if (typeof value === "boolean") return { BOOL: value };',
    'if (Array.isArray(value)) return { L: value.map(attribute) };',
    'if (typeof value === "object") return { M: attributes(value) };',
    'return value.startsWith(mark) ? { N: value.slice(mark.length) } : { S: value };',
  ),
  '}',
];

const fromTyped = [
  '// DynamoDB JSON with binary as bytes, which the SDK takes.',
  'function attribute(value) {',
  ...step(
    'const [[type, content]] = Object.entries(value);',
    'if (type === "B") return { B: Buffer.from(content, "base64") };',
    'if (type === "BS") return { BS: content.map((one) => Buffer.from(one, "base64")) };',
    'if (type === "L") return { L: content.map(attribute) };',
    'if (type === "M") return { M: attributes(content) };',
    'return value;',
  ),
  '}',
];

const attributes = [
  'function attributes(map) {',
  ...step(
    'const entries = Object.entries(map);',
    'return Object.fromEntries(entries.map(([name, value]) => [name, attribute(value)]));',
  ),
  '}',
];

function reading(input: Import, kind: JavascriptKind): string[][] {
  const rows = isLines(input) ? byLines : asWhole;
  if (isTyped(input)) return [parse(parsed.typed.join('')), rows, fromTyped, attributes];
  const before = [marked, parse(parsed[kind].join('')), rows];
  return kind === 'plain' ? [...before, fromPlain, attributes] : [...before, revive];
}

function itemOf(input: Import, kind: JavascriptKind): string {
  if (isTyped(input)) {
    // A row of DynamoDB's own export stands in an Item.
    return 'attributes(Object.hasOwn(row, keyNames[0]) ? row : row.Item)';
  }
  return kind === 'plain' ? 'attributes(row)' : 'row';
}

/** Writes the rows of a file, 25 at a time. */
export function importCode(input: Import, kind: JavascriptKind): string[] {
  const requestItems = options([[input.tableName, 'puts']]);
  return [
    `const keyNames = [${input.keyNames.map(quoted).join(', ')}];`,
    '',
    ...reading(input, kind).flatMap((part) => [...part, '']),
    'async function write(items) {',
    ...step(
      'const puts = items.map((Item) => ({ PutRequest: { Item } }));',
      `const request = { RequestItems: ${requestItems} };`,
      ...untilProcessed(kind),
    ),
    '}',
    '',
    'let count = 0;',
    'const batch = new Map();',
    `for await (const row of rows(${quoted(input.fileName)})) {`,
    ...step(
      'if (row === undefined) continue;',
      `const item = ${itemOf(input, kind)};`,
      '// Of rows with one key in a batch the last is written: DynamoDB takes no two.',
      'batch.set(JSON.stringify(keyNames.map((name) => item[name])), item);',
      'count += 1;',
      'if (batch.size < 25) continue;',
      'await write([...batch.values()]);',
      'batch.clear();',
    ),
    '}',
    'if (batch.size > 0) await write([...batch.values()]);',
    'console.log(`${count} rows written`);',
  ];
}
