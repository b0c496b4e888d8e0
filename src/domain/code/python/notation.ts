import { group, print } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { typedAttribute, visitMembers } from '../notation.ts';
import type { Basics, Notation } from '../notation.ts';
import { literal, pythonStyle } from '../python-literal.ts';

/** A JSON string is a Python string of the same characters. */
export const quoted = (text: string): string => JSON.stringify(text);

function scalar(value: unknown): Layout {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

const basics: Basics = {
  object: (entries) => ({
    open: '{',
    close: '}',
    entries: entries.map(([name, value]) => ({ prefix: `${quoted(name)}: `, value })),
  }),
  list: (values) => group('[', ']', values),
  scalar,
};

/** The resource takes Python's own values, the client DynamoDB JSON with bytes. */
export type PythonKind = 'resource' | 'client';

const notations: Readonly<Record<PythonKind, Notation>> = {
  resource: { ...basics, attribute: literal },
  client: {
    ...basics,
    attribute: typedAttribute(basics, (base64) => `base64.b64decode(${quoted(base64)})`),
  },
};

/** `name(` its members as keyword arguments `)`. */
export function call(open: string, request: object, kind: PythonKind): string {
  const members = visitMembers(request, notations[kind]);
  if (members.length === 0) return `${open})`;
  const entries = members.map(([member, value]) => ({ prefix: `${member}=`, value }));
  return print({ open, close: ')', broken: true, entries }, pythonStyle);
}

/** A request as a dictionary, one member to a line. */
export function dictionary(request: object, kind: PythonKind): string {
  const entries = visitMembers(request, notations[kind]).map(([name, value]) => ({
    prefix: `${quoted(name)}: `,
    value,
  }));
  return print({ open: '{', close: '}', broken: true, entries }, pythonStyle);
}
