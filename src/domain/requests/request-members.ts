import {
  attributeNames,
  attributeValues,
  expression,
  flag,
  item,
  key,
  oneOf,
  text,
  wholeNumber,
} from './member-checks.ts';
import type { MemberCheck } from './member-checks.ts';
import { returnValuesOf } from './wire-request.ts';
import type { WireOperation } from './wire-request.ts';

/** The members that a request may have, and those that it must have. */
export type RequestMembers = {
  readonly checks: ReadonlyMap<string, MemberCheck>;
  readonly required: readonly string[];
};

// A table may be named by its ARN, which is longer than any name.
const maximumTableName = 1024;

const common: [string, MemberCheck][] = [
  ['TableName', text(maximumTableName)],
  ['ExpressionAttributeNames', attributeNames],
  ['ReturnConsumedCapacity', oneOf(['INDEXES', 'TOTAL', 'NONE'])],
];

const conditional: [string, MemberCheck][] = [
  ...common,
  ['ConditionExpression', expression],
  ['ExpressionAttributeValues', attributeValues],
  ['ReturnValuesOnConditionCheckFailure', oneOf(['ALL_OLD', 'NONE'])],
  ['ReturnItemCollectionMetrics', oneOf(['SIZE', 'NONE'])],
];

const read: [string, MemberCheck][] = [
  ...common,
  ['IndexName', text(255)],
  ['FilterExpression', expression],
  ['ProjectionExpression', expression],
  ['ExpressionAttributeValues', attributeValues],
  ['Limit', wholeNumber(1)],
  ['ConsistentRead', flag],
  ['ExclusiveStartKey', key(4)],
  ['Select', oneOf(['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'])],
];

function members(
  checks: readonly [string, MemberCheck][],
  required: readonly string[],
): RequestMembers {
  return { checks: new Map(checks), required: ['TableName', ...required] };
}

/** What each operation's request may hold. */
export const requestMembers: Readonly<Record<WireOperation, RequestMembers>> = {
  PutItem: members(
    [...conditional, ['Item', item], ['ReturnValues', oneOf(returnValuesOf.PutItem)]],
    ['Item'],
  ),
  GetItem: members(
    [...common, ['Key', key(2)], ['ConsistentRead', flag], ['ProjectionExpression', expression]],
    ['Key'],
  ),
  UpdateItem: members(
    [
      ...conditional,
      ['Key', key(2)],
      ['UpdateExpression', expression],
      ['ReturnValues', oneOf(returnValuesOf.UpdateItem)],
    ],
    ['Key'],
  ),
  DeleteItem: members(
    [...conditional, ['Key', key(2)], ['ReturnValues', oneOf(returnValuesOf.DeleteItem)]],
    ['Key'],
  ),
  Query: members(
    [...read, ['KeyConditionExpression', expression], ['ScanIndexForward', flag]],
    ['KeyConditionExpression'],
  ),
  Scan: members([...read, ['Segment', wholeNumber(0)], ['TotalSegments', wholeNumber(1)]], []),
};
