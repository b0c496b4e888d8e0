export {
  buildDeleteRequest,
  buildGetRequest,
  buildPutRequest,
  buildUpdateRequest,
} from './item-requests.ts';
export { parseOperationRequest } from './parse-operation-request.ts';
export { buildQueryRequest, buildScanRequest } from './read-requests.ts';
export type { ReadInput } from './read-requests.ts';
export { returnValues, returnValuesOf, serializeRequest } from './wire-request.ts';
export type {
  DeleteRequest,
  GetRequest,
  PutRequest,
  QueryRequest,
  ReturnValues,
  ScanRequest,
  UpdateRequest,
  WireOperation,
  WireRequest,
  WireRequests,
} from './wire-request.ts';
