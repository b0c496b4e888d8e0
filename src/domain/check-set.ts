import { checkBase64 } from './base64.ts';
import { checkNumber, numberIdentity } from './number.ts';

export const setTypes = ['SS', 'NS', 'BS'] as const;
export type SetType = (typeof setTypes)[number];

/**
 * Why DynamoDB would refuse these members as a set, in words; undefined where it takes them. It
 * refuses an empty set and equal members; numbers are equal by value: 1 and 1.0.
 */
export function checkSet(type: SetType, members: readonly string[]): string | undefined {
  if (members.length === 0) return 'A set cannot be empty; remove the attribute instead.';
  const seen = new Map<string, string>();
  for (const member of members) {
    const problem = memberProblem(type, member);
    if (problem !== undefined) return problem;
    const identity = type === 'NS' ? numberIdentity(member) : member;
    const other = seen.get(identity);
    if (other !== undefined) return duplicateProblem(type, other, member);
    seen.set(identity, member);
  }
  return undefined;
}

function memberProblem(type: SetType, member: string): string | undefined {
  if (type === 'SS') return undefined;
  if (type === 'BS') return checkBase64(member);
  const check = checkNumber(member);
  return check.ok ? undefined : check.reason;
}

function duplicateProblem(type: SetType, first: string, second: string): string {
  if (type === 'NS') {
    return first === second
      ? `The number ${first} is twice in this set.`
      : `${first} and ${second} are the same number; a set holds it once.`;
  }
  return `${JSON.stringify(second)} is twice in this set.`;
}
