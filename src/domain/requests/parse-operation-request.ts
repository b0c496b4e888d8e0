import { DomainError } from '../domain-error.ts';
import { jsonNodeToValue } from '../json-node.ts';
import { readJson } from '../json-reader.ts';
import { requestMembers } from './request-members.ts';
import type { WireOperation, WireRequests } from './wire-request.ts';

/**
 * Reads the text of a request that comes from where nothing is to be trusted. Only members that
 * this app sends are taken, each in its right shape, and no name twice, so that the text means to
 * DynamoDB what was checked here. Throws JsonSyntaxError, or DomainError with the path.
 */
export function parseOperationRequest<Operation extends WireOperation>(
  operation: Operation,
  requestText: string,
): WireRequests[Operation] {
  const request = jsonNodeToValue(readJson(requestText));
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new DomainError(`A ${operation} request is an object.`);
  }
  const { checks, required } = requestMembers[operation];
  for (const [member, value] of Object.entries(request)) {
    const check = checks.get(member);
    if (check === undefined) {
      const name = JSON.stringify(member);
      throw new DomainError(`A ${operation} request has no member ${name} in this app.`, member);
    }
    check(value, member);
  }
  for (const member of required) {
    if (Object.hasOwn(request, member)) continue;
    throw new DomainError(`A ${operation} request needs ${member}.`, member);
  }
  return request as WireRequests[Operation];
}
