import type { AttributeMap, Item } from '../attribute-value.ts';
import type { SendableExpressions } from '../expressions/sendable-expressions.ts';
import type {
  DeleteRequest,
  GetRequest,
  PutRequest,
  ReturnValues,
  UpdateRequest,
} from './wire-request.ts';

type Target = {
  readonly tableName: string;
  /** What `sendableExpressions` or a builder made; members of other operations are left out. */
  readonly expressions?: SendableExpressions | undefined;
};

/** The request that puts one item. [API: PutItem] */
export function buildPutRequest(
  input: Target & { item: Item; returnValues?: PutRequest['ReturnValues'] | undefined },
): PutRequest {
  return {
    TableName: input.tableName,
    Item: input.item,
    ...conditionMembers(input.expressions),
    ...returnMembers(input.returnValues),
    ReturnConsumedCapacity: 'TOTAL',
  };
}

/** The request that reads one item. [API: GetItem] */
export function buildGetRequest(
  input: Target & { key: AttributeMap; consistentRead?: boolean | undefined },
): GetRequest {
  const { ProjectionExpression, ExpressionAttributeNames } = input.expressions ?? {};
  return {
    TableName: input.tableName,
    Key: input.key,
    ...(input.consistentRead && { ConsistentRead: true }),
    ...(ProjectionExpression !== undefined && { ProjectionExpression }),
    ...(ExpressionAttributeNames !== undefined && { ExpressionAttributeNames }),
    ReturnConsumedCapacity: 'TOTAL',
  };
}

/** The request that changes attributes of one item. [API: UpdateItem] */
export function buildUpdateRequest(
  input: Target & { key: AttributeMap; returnValues?: ReturnValues | undefined },
): UpdateRequest {
  const { UpdateExpression } = input.expressions ?? {};
  return {
    TableName: input.tableName,
    Key: input.key,
    ...(UpdateExpression !== undefined && { UpdateExpression }),
    ...conditionMembers(input.expressions),
    ...returnMembers(input.returnValues),
    ReturnConsumedCapacity: 'TOTAL',
  };
}

/** The request that deletes one item. [API: DeleteItem] */
export function buildDeleteRequest(
  input: Target & { key: AttributeMap; returnValues?: DeleteRequest['ReturnValues'] | undefined },
): DeleteRequest {
  return {
    TableName: input.tableName,
    Key: input.key,
    ...conditionMembers(input.expressions),
    ...returnMembers(input.returnValues),
    ReturnConsumedCapacity: 'TOTAL',
  };
}

/** With a condition always comes the wish to see the item, should the condition not hold. */
function conditionMembers(expressions: SendableExpressions = {}) {
  const { ConditionExpression } = expressions;
  return {
    ...(ConditionExpression !== undefined && { ConditionExpression }),
    ...attributeMembers(expressions),
    ...(ConditionExpression !== undefined && {
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    }),
  };
}

/** The two maps, left out where they are empty: DynamoDB refuses empty ones. */
export function attributeMembers(
  expressions: SendableExpressions,
): Pick<SendableExpressions, 'ExpressionAttributeNames' | 'ExpressionAttributeValues'> {
  const { ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = expressions;
  return {
    ...(Object.keys(ExpressionAttributeNames).length > 0 && { ExpressionAttributeNames }),
    ...(Object.keys(ExpressionAttributeValues).length > 0 && { ExpressionAttributeValues }),
  };
}

function returnMembers<Value extends ReturnValues>(value: Value | undefined) {
  return value === undefined || value === 'NONE' ? {} : { ReturnValues: value };
}
