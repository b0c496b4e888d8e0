export {
  buildDeleteRequest,
  buildGetRequest,
  buildPutRequest,
  buildUpdateRequest,
} from './item-requests.ts';
export { parseOperationRequest } from './parse-operation-request.ts';
export { maximumTransactionActions } from './request-members.ts';
export { buildQueryRequest, buildScanRequest } from './read-requests.ts';
export type { ReadInput } from './read-requests.ts';
export { maximumBatchStatements, maximumTransactionStatements } from './statement-requests.ts';
export type {
  BatchExecuteStatementRequest,
  BatchStatement,
  ExecuteStatementRequest,
  ExecuteTransactionRequest,
  ParameterizedStatement,
} from './statement-requests.ts';
export { returnValues, returnValuesOf, serializeRequest } from './wire-request.ts';
export type {
  ConditionCheck,
  DeleteRequest,
  GetRequest,
  PutRequest,
  QueryRequest,
  ReturnValues,
  ScanRequest,
  TransactAction,
  TransactWriteItemsRequest,
  UpdateRequest,
  WireOperation,
  WireRequest,
  WireRequests,
} from './wire-request.ts';
