import { getAttribute, pickAttributes } from '../../../domain/attribute-map.ts';
import type { AttributeValue, Item } from '../../../domain/attribute-value.ts';
import { pythonItem, pythonItems, pythonLiteral } from '../../../domain/code/python-literal.ts';
import { itemToPlainJson, valueToPlainText } from '../../../domain/plain-json.ts';
import { copyText } from './copy-text.ts';
import { printCsv, printTsv } from './delimited-text.ts';

export const copyFormats = [
  'tsv',
  'tsv-header',
  'csv',
  'csv-header',
  'json',
  'dynamodb-json',
  'python',
] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** The words people read for each form. */
export const copyFormatNames: Readonly<Record<CopyFormat, string>> = {
  tsv: 'TSV',
  'tsv-header': 'TSV with header',
  csv: 'CSV',
  'csv-header': 'CSV with header',
  json: 'JSON',
  'dynamodb-json': 'DynamoDB JSON',
  python: 'Python',
};

/** What is copied: these attributes of these items, in this order. */
export type Copied = {
  readonly items: readonly Item[];
  readonly names: readonly string[];
  /** Whole items: with every attribute where the form has names. */
  readonly whole: boolean;
};

/**
 * The text that is copied. One cell is its bare value; one whole item stands by itself, more of
 * them in a list. A missing attribute is absent where the form has names, and empty in a table.
 */
export function copiedText({ items, names, whole }: Copied, format: CopyFormat): string {
  const [item] = items;
  const [name] = names;
  const single = !whole && items.length === 1 && names.length === 1;
  if (single && item !== undefined && name !== undefined) {
    const value = getAttribute(item, name);
    const print = valuePrinters[format];
    if (print !== undefined) return value === undefined ? '' : print(value);
  }
  const table = (header: boolean) => [
    ...(header ? [names] : []),
    ...items.map((one) => names.map((other) => copyText(getAttribute(one, other)))),
  ];
  if (format === 'tsv' || format === 'tsv-header') return printTsv(table(format !== 'tsv'));
  if (format === 'csv' || format === 'csv-header') return printCsv(table(format !== 'csv'));
  const shown = whole ? items : items.map((one) => pickAttributes(one, names));
  const [only] = shown;
  const alone = whole && shown.length === 1 ? only : undefined;
  return alone === undefined ? listPrinters[format](shown) : itemPrinters[format](alone);
}

/** A value as plain JSON, numbers with every digit. */
function plainJson(value: AttributeValue): string {
  if ('S' in value) return JSON.stringify(value.S);
  if ('B' in value) return JSON.stringify(value.B);
  return valueToPlainText(value);
}

type Named = 'json' | 'dynamodb-json' | 'python';

const valuePrinters: Readonly<
  Partial<Record<CopyFormat, ((value: AttributeValue) => string) | undefined>>
> = {
  tsv: copyText,
  json: plainJson,
  'dynamodb-json': (value) => JSON.stringify(value),
  python: pythonLiteral,
};

const itemPrinters: Readonly<Record<Named, (item: Item) => string>> = {
  json: (item) => itemToPlainJson(item).text,
  'dynamodb-json': (item) => JSON.stringify(item, undefined, 2),
  python: pythonItem,
};

/** A list with one item to a line. */
const lines = (texts: readonly string[]): string =>
  texts.length === 0 ? '[]' : `[\n  ${texts.join(',\n  ')}\n]`;

const listPrinters: Readonly<Record<Named, (items: readonly Item[]) => string>> = {
  json: (items) => lines(items.map((item) => itemToPlainJson(item, { indent: 0 }).text)),
  'dynamodb-json': (items) => lines(items.map((item) => JSON.stringify(item))),
  python: pythonItems,
};
