import { DomainError } from '../domain-error.ts';
import { jsonNodeToValue } from '../json-node.ts';
import { readJson } from '../json-reader.ts';
import { checkMembers } from './member-checks.ts';
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
  checkMembers(request, requestMembers[operation], `${operation} request`);
  return request as WireRequests[Operation];
}
