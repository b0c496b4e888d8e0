import type { AttributeValue, Item } from '../../../../domain/attribute-value.ts';
import { none, number, text, yesNo } from './words.ts';

/**
 * Items that trip careless software: names that mean something elsewhere, values that look like
 * nothing, text beyond ASCII. All of it is plain DynamoDB.
 */
export function makeAwkwardItems(): Item[] {
  return cases.map(([name, attributes]) =>
    // fromEntries defines properties, so that `__proto__` is an attribute like any other.
    Object.fromEntries([
      ['pk', text('AWKWARD')],
      ['sk', text(name)],
      ['type', text('awkward')],
      ...attributes,
    ]),
  );
}

const cases: readonly [string, readonly (readonly [string, AttributeValue])[]][] = [
  [
    'names with dots, brackets and spaces',
    [
      ['address.city', text('a name, not a path')],
      ['list[0]', number(0)],
      ['first name', text('Ada')],
      ['"quoted"', text("it's")],
      ['#name', text(':value')],
    ],
  ],
  [
    'names that mean something in JavaScript',
    [
      ['__proto__', text('an attribute like any other')],
      ['constructor', number(1)],
      ['toString', yesNo(false)],
      ['nested', { M: Object.fromEntries([['__proto__', { M: { polluted: yesNo(true) } }]]) }],
    ],
  ],
  [
    'names of types',
    [
      ['S', number(1)],
      ['N', text('1')],
      ['M', { M: { S: text('a string in a map') } }],
      ['L', { L: [{ L: [] }] }],
    ],
  ],
  [
    'names beyond ASCII',
    [
      ['größe', number(42)],
      ['名前', text('雪')],
      ['🗝️', text('a key')],
      ['n'.repeat(255), text('a long name')],
    ],
  ],
  [
    'values that look like nothing',
    [
      ['missing', none],
      ['empty text', text('')],
      ['false', yesNo(false)],
      ['zero', number(0)],
      ['empty list', { L: [] }],
      ['empty map', { M: {} }],
      ['space', text(' ')],
    ],
  ],
  [
    'text',
    [
      ['emoji', text('👩‍🚀 👍🏽 🇬🇭')],
      ['right to left', text('שלום and مرحبا')],
      ['lines', text('one\ntwo\r\nthree\ttabbed')],
      ['markup', text('<b>not bold</b> &amp; "quoted" \\ back')],
      ['two ways to write é', { SS: ['\u00e9', 'e\u0301'] }],
      ['long', text('Once upon a time. '.repeat(200))],
    ],
  ],
  [
    'numbers',
    [
      ['beyond 2^53', number('9007199254740993')],
      ['38 digits', number('12345678901234567890123456789012345678')],
      ['38 decimals', number('0.12345678901234567890123456789012345678')],
      ['largest', number('9.9999999999999999999999999999999999999E+125')],
      ['smallest', number('1E-130')],
      ['negative', number('-0.1')],
      ['like text', text('007')],
    ],
  ],
  ['deep', [['down', deep(20)]]],
];

function deep(levels: number): AttributeValue {
  return levels === 0 ? text('the bottom') : { M: { down: { L: [deep(levels - 2)] } } };
}
