import { actions } from './action-checks.ts';
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
import type { MemberCheck, RequestMembers } from './member-checks.ts';
import { statementMembers } from './statement-requests.ts';
import { returnValuesOf } from './wire-request.ts';
import type { WireOperation } from './wire-request.ts';

/** What DynamoDB takes in one transaction. */
export const maximumTransactionActions = 100;

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

const put: [string, MemberCheck][] = [...conditional, ['Item', item]];
const update: [string, MemberCheck][] = [
  ...conditional,
  ['Key', key(2)],
  ['UpdateExpression', expression],
];
const remove: [string, MemberCheck][] = [...conditional, ['Key', key(2)]];

/** What is asked for all actions of a transaction together, and of none by itself. */
const ofAll: ReadonlySet<string> = new Set([
  'ReturnConsumedCapacity',
  'ReturnItemCollectionMetrics',
]);

function actionMembers(
  checks: readonly [string, MemberCheck][],
  required: readonly string[],
): RequestMembers {
  return members(
    checks.filter(([member]) => !ofAll.has(member)),
    required,
  );
}

const transactActions: ReadonlyMap<string, RequestMembers> = new Map([
  ['Put', actionMembers(put, ['Item'])],
  ['Update', actionMembers(update, ['Key', 'UpdateExpression'])],
  ['Delete', actionMembers(remove, ['Key'])],
  ['ConditionCheck', actionMembers(remove, ['Key', 'ConditionExpression'])],
]);

/** What each operation's request may hold. */
export const requestMembers: Readonly<Record<WireOperation, RequestMembers>> = {
  ...statementMembers,
  PutItem: members([...put, ['ReturnValues', oneOf(returnValuesOf.PutItem)]], ['Item']),
  GetItem: members(
    [...common, ['Key', key(2)], ['ConsistentRead', flag], ['ProjectionExpression', expression]],
    ['Key'],
  ),
  UpdateItem: members([...update, ['ReturnValues', oneOf(returnValuesOf.UpdateItem)]], ['Key']),
  DeleteItem: members([...remove, ['ReturnValues', oneOf(returnValuesOf.DeleteItem)]], ['Key']),
  Query: members(
    [...read, ['KeyConditionExpression', expression], ['ScanIndexForward', flag]],
    ['KeyConditionExpression'],
  ),
  Scan: members([...read, ['Segment', wholeNumber(0)], ['TotalSegments', wholeNumber(1)]], []),
  TransactWriteItems: {
    checks: new Map([
      ['TransactItems', actions(transactActions, maximumTransactionActions)],
      ['ClientRequestToken', text(36)],
      ['ReturnConsumedCapacity', oneOf(['INDEXES', 'TOTAL', 'NONE'])],
      ['ReturnItemCollectionMetrics', oneOf(['SIZE', 'NONE'])],
    ]),
    required: ['TransactItems'],
  },
};
