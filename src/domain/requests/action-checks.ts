import { DomainError } from '../domain-error.ts';
import { checkMembers } from './member-checks.ts';
import type { MemberCheck, RequestMembers } from './member-checks.ts';

/** A list of 1 to so many actions of a transaction, each `{ "Put": … }` or another of the kinds. */
export function actions(kinds: ReadonlyMap<string, RequestMembers>, maximum: number): MemberCheck {
  return (value, member) => {
    if (!Array.isArray(value) || value.length < 1 || value.length > maximum) {
      const found = Array.isArray(value) ? `, found ${value.length}` : '';
      throw new DomainError(`${member}: Expected 1 to ${maximum} actions${found}.`, member);
    }
    value.forEach((action: unknown, index) => checkAction(kinds, action, `${member}[${index}]`));
  };
}

function checkAction(
  kinds: ReadonlyMap<string, RequestMembers>,
  action: unknown,
  path: string,
): void {
  const [[kind, request] = [], ...more] =
    typeof action === 'object' && action !== null ? Object.entries(action) : [];
  const members = kind === undefined ? undefined : kinds.get(kind);
  if (members === undefined || more.length > 0 || typeof request !== 'object' || !request) {
    throw new DomainError(`${path}: Expected one of ${[...kinds.keys()].join(', ')}.`, path);
  }
  checkMembers(request, members, `${kind} of a transaction`, `${path}.${kind}`);
}
