import type { AttributeMap, AttributeValue, Item } from './attribute-value.ts';
import { checkNumber } from './number.ts';

/** How JSON is laid out: what stands before the first part, between parts and after the last. */
type Layout = {
  readonly open: (level: number) => string;
  readonly between: (level: number) => string;
  readonly close: (level: number) => string;
  readonly colon: string;
};

const dense: Layout = { open: () => '', between: () => ',', close: () => '', colon: ':' };
const oneLine: Layout = { open: () => '', between: () => ', ', close: () => '', colon: ': ' };

function indented(indent: number): Layout {
  const line = (level: number) => `\n${' '.repeat(indent * level)}`;
  return {
    open: (level) => line(level + 1),
    between: (level) => `,${line(level + 1)}`,
    close: line,
    colon: ': ',
  };
}

type Printer = {
  readonly layout: Layout;
  readonly pieces: string[];
  /** What printing still may take, in UTF-16 units. */
  room: number;
  lossless: boolean;
};

/**
 * An item as plain JSON. Numbers are printed as they are. Sets become arrays and binary its
 * base64 text, which plain JSON cannot tell from lists and strings: then `lossless` is false.
 */
export function itemToPlainJson(
  item: Item,
  options: { readonly indent?: number | undefined } = {},
): { readonly text: string; readonly lossless: boolean } {
  const indent = options.indent ?? 2;
  const layout = indent === 0 ? dense : indented(indent);
  const printer: Printer = { layout, pieces: [], room: Infinity, lossless: true };
  printMap(printer, item, 0);
  return { text: printer.pieces.join(''), lossless: printer.lossless };
}

/** One value as plain JSON; options and `lossless` as of `itemToPlainJson`. */
export function valueToPlainJson(
  value: AttributeValue,
  options: { readonly indent?: number | undefined } = {},
): { readonly text: string; readonly lossless: boolean } {
  const indent = options.indent ?? 2;
  const layout = indent === 0 ? dense : indented(indent);
  const printer: Printer = { layout, pieces: [], room: Infinity, lossless: true };
  printValue(printer, value, 0);
  return { text: printer.pieces.join(''), lossless: printer.lossless };
}

/**
 * A value for display on one line: text, numbers and base64 bare, everything else as compact
 * JSON, cut to `maximumLength` UTF-16 units.
 */
export function valueToPlainText(value: AttributeValue, maximumLength = Infinity): string {
  if ('S' in value) return value.S.slice(0, maximumLength);
  if ('B' in value) return value.B.slice(0, maximumLength);
  const printer: Printer = { layout: oneLine, pieces: [], room: maximumLength, lossless: true };
  printValue(printer, value, 0);
  return printer.pieces.join('').slice(0, maximumLength);
}

/** How a number stands in plain JSON, or undefined where it is no number and stands as text. */
export function plainNumber(text: string): string | undefined {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)) return text;
  const check = checkNumber(text);
  return check.ok ? check.canonical : undefined;
}

function put(printer: Printer, piece: string): void {
  printer.pieces.push(piece);
  printer.room -= piece.length;
}

function printValue(printer: Printer, value: AttributeValue, level: number): void {
  if ('S' in value) return put(printer, JSON.stringify(value.S));
  if ('N' in value) return printNumber(printer, value.N);
  if ('BOOL' in value) return put(printer, String(value.BOOL));
  if ('NULL' in value) return put(printer, 'null');
  if ('M' in value) return printMap(printer, value.M, level);
  if ('L' in value) {
    return printGroup(printer, '[]', value.L, level, (element) =>
      printValue(printer, element, level + 1),
    );
  }
  printer.lossless = false;
  if ('B' in value) return put(printer, JSON.stringify(value.B));
  if ('NS' in value) {
    return printGroup(printer, '[]', value.NS, level, (member) => printNumber(printer, member));
  }
  const members = 'SS' in value ? value.SS : value.BS;
  return printGroup(printer, '[]', members, level, (member) =>
    put(printer, JSON.stringify(member)),
  );
}

function printNumber(printer: Printer, text: string): void {
  const plain = plainNumber(text);
  if (plain === undefined) printer.lossless = false;
  put(printer, plain ?? JSON.stringify(text));
}

function printMap(printer: Printer, map: AttributeMap, level: number): void {
  printGroup(printer, '{}', Object.entries(map), level, ([name, value]) => {
    put(printer, JSON.stringify(name) + printer.layout.colon);
    printValue(printer, value, level + 1);
  });
}

function printGroup<Part>(
  printer: Printer,
  brackets: '[]' | '{}',
  parts: readonly Part[],
  level: number,
  printPart: (part: Part) => void,
): void {
  if (parts.length === 0) return put(printer, brackets);
  put(printer, brackets.charAt(0));
  for (const [index, part] of parts.entries()) {
    if (printer.room < 0) return undefined;
    put(printer, index === 0 ? printer.layout.open(level) : printer.layout.between(level));
    printPart(part);
  }
  put(printer, printer.layout.close(level) + brackets.charAt(1));
}
