import { typeOf } from '../attribute-value.ts';
import { DomainError } from '../domain-error.ts';
import { maximumExpressionLength } from '../expressions/sendable-expressions.ts';
import { parseItem } from '../parse-dynamodb-json.ts';
import { memberPath } from '../value-path.ts';

/** Throws DomainError where a value cannot be that of the member. */
export type MemberCheck = (value: unknown, member: string) => void;

/** The members that a request may have, and those that it must have. */
export type RequestMembers = {
  readonly checks: ReadonlyMap<string, MemberCheck>;
  readonly required: readonly string[];
};

/**
 * Checks each member of an object and that none is missing. `what` names it in messages, `path` is
 * where it stands.
 */
export function checkMembers(
  request: object,
  { checks, required }: RequestMembers,
  what: string,
  path = '',
): void {
  const at = (member: string) => (path === '' ? member : memberPath(path, member));
  for (const [member, value] of Object.entries(request)) {
    const check = checks.get(member);
    if (check === undefined) {
      const name = JSON.stringify(member);
      throw new DomainError(`A ${what} has no member ${name} in this app.`, at(member));
    }
    check(value, at(member));
  }
  for (const member of required) {
    if (Object.hasOwn(request, member)) continue;
    throw new DomainError(`A ${what} needs ${member}.`, at(member));
  }
}

function refuse(message: string, path: string): never {
  throw new DomainError(`${path}: ${message}`, path);
}

/** Text of 1 to so many characters. */
export function text(maximumLength: number): MemberCheck {
  return (value, member) => {
    if (typeof value !== 'string' || value === '') refuse('Expected text.', member);
    if (value.length > maximumLength) {
      refuse(`Expected at most ${maximumLength} characters, found ${value.length}.`, member);
    }
  };
}

/**
 * An expression that may be sent: pure ASCII, since other characters in a raw expression make an
 * engine fall over, and no longer than DynamoDB takes.
 */
export const expression: MemberCheck = (value, member) => {
  text(maximumExpressionLength)(value, member);
  if (/[^\t\n\r -~]/.test(String(value))) {
    refuse('Names and values that are not ASCII must stand behind # and : placeholders.', member);
  }
};

/** One of these words. */
export function oneOf(words: readonly string[]): MemberCheck {
  return (value, member) => {
    if (typeof value === 'string' && words.includes(value)) return;
    refuse(`Expected ${words.join(', ')}.`, member);
  };
}

export const flag: MemberCheck = (value, member) => {
  if (typeof value !== 'boolean') refuse('Expected true or false.', member);
};

/** A whole number of at least `minimum`. */
export function wholeNumber(minimum: number): MemberCheck {
  return (value, member) => {
    if (Number.isSafeInteger(value) && Number(value) >= minimum) return;
    refuse(`Expected a whole number from ${minimum}.`, member);
  };
}

export const item: MemberCheck = (value, member) => {
  parseItem(value, member);
};

/** Key attributes of a table, or with `maximum` 4 those of a table and its index. */
export function key(maximum: 2 | 4): MemberCheck {
  return (value, member) => {
    const entries = Object.entries(parseItem(value, member));
    if (entries.length < 1 || entries.length > maximum) {
      refuse(`Expected 1 to ${maximum} key attributes, found ${entries.length}.`, member);
    }
    for (const [name, attribute] of entries) {
      if (['S', 'N', 'B'].includes(typeOf(attribute))) continue;
      refuse('A key attribute is a String, a Number or a Binary.', memberPath(member, name));
    }
  };
}

/** ExpressionAttributeNames: text by `#placeholder`. */
export const attributeNames: MemberCheck = (value, member) => {
  for (const [placeholder, name] of placeholders(value, member, '#')) {
    if (typeof name !== 'string') refuse('Expected a name.', memberPath(member, placeholder));
  }
};

/** ExpressionAttributeValues: typed values by `:placeholder`. */
export const attributeValues: MemberCheck = (value, member) => {
  placeholders(value, member, ':');
  parseItem(value, member);
};

function placeholders(value: unknown, member: string, sign: '#' | ':'): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('Expected an object.', member);
  }
  const entries = Object.entries(value);
  if (entries.length === 0) refuse('Expected at least one; leave it out instead.', member);
  for (const [placeholder] of entries) {
    if (/^.[A-Za-z0-9_]+$/.test(placeholder) && placeholder.startsWith(sign)) continue;
    const what = `${sign} and then letters, digits or _`;
    refuse(`A placeholder is ${what}, not ${JSON.stringify(placeholder)}.`, member);
  }
  return entries;
}
