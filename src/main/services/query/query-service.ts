import { randomUUID } from 'node:crypto';
import type { Arrangement, ResultSetProgress, RowsView } from '../../../contract/query.ts';
import { readStatement, whereClause } from '../../../domain/partiql/index.ts';
import type {
  ExecuteStatementRequest,
  QueryRequest,
  ScanRequest,
} from '../../../domain/requests/index.ts';
import { prepareRequest } from '../dynamodb/prepare-request.ts';
import type { SendOverConnection, WireBytes } from '../dynamodb/wire-types.ts';
import { defaultPageRows, segmentsFor } from './page-size.ts';
import { onlySelect, resultSetNotFound } from './query-errors.ts';
import { createResultSet } from './result-set.ts';
import type { LoadOptions, ResultSet } from './result-set.ts';
import type { FoundRows } from './row-views.ts';
import type { ResultStores } from './store/result-stores.ts';
import { createSegmentReader } from './store/segment-reader.ts';
import type { TextQuery } from './store/text-search.ts';

/** More than the tabs anybody keeps open; the one not used for longest makes room. */
const maximumResultSets = 50;

export type QueryDependencies = {
  readonly send: SendOverConnection<WireBytes>;
  readonly stores: Pick<ResultStores, 'create'>;
  /** How many segments of a table a connection's endpoint may be asked for at once. */
  readonly parallelSegments: (connectionId: string) => number;
};

/** A Query, a Scan or a SELECT as it arrives: the operation's input as DynamoDB JSON text. */
export type QueryInput = {
  readonly connectionId: string;
  readonly operation: 'Query' | 'Scan' | 'ExecuteStatement';
  readonly request: string;
  /** The table's item count as last told. */
  readonly itemCount?: number | undefined;
};

type OfResultSet = { readonly resultSetId: string };
/** Rows by their places in a view; without one, by their numbers. */
type OfView = OfResultSet & { readonly viewId?: string | undefined };
export type RowsInput = OfView & { readonly first: number; readonly count: number };

/** Where a result set comes from: for services that write what was read. */
export type ResultSource = {
  readonly connectionId: string;
  /** As it was checked; no start key and no limit of a page matter here. */
  readonly request: QueryRequest | ScanRequest;
};

export type QueryService = ReturnType<typeof createQueryService>;

/** Result sets: runs of a Query, a Scan or a SELECT, held here and addressed by row number. */
export function createQueryService({ send, stores, parallelSegments }: QueryDependencies) {
  /** In the order of their last use. */
  const resultSets = new Map<string, ResultSet>();
  const sources = new Map<string, ResultSource>();

  /** QUERY_INVALID where the request cannot be sent, or is no SELECT. Nothing is read yet. */
  async function open(input: QueryInput): Promise<{ resultSetId: string }> {
    const { connectionId, operation, request } = input;
    const prepared = prepareRequest(operation, request, 'QUERY_INVALID');
    const filtered = isFiltered(prepared);
    const { Limit: limit, ReturnConsumedCapacity: asked, ...rest } = prepared;
    const store = stores.create();
    const reader = createSegmentReader({
      request: { ...rest, ReturnConsumedCapacity: asked === 'INDEXES' ? asked : 'TOTAL' },
      segments: segmentsFor(rest, {
        operation,
        itemCount: input.itemCount,
        parallelSegments: parallelSegments(connectionId),
      }),
      store,
      send: async (body, signal) => (await send(connectionId, operation, body, { signal })).body,
    });
    const pageRows = limit ?? defaultPageRows;
    const resultSetId = randomUUID();
    resultSets.set(resultSetId, createResultSet({ reader, store, pageRows, filtered }));
    // A SELECT may leave keys out: what it found is nothing to write by.
    if (!('Statement' in prepared)) sources.set(resultSetId, { connectionId, request: prepared });
    for (const [id] of resultSets) {
      if (resultSets.size <= maximumResultSets) break;
      await close(id);
    }
    return { resultSetId };
  }

  /** RESULT_SET_NOT_FOUND where it was closed, or made room for others. */
  function require(resultSetId: string): ResultSet {
    const found = resultSets.get(resultSetId);
    if (found === undefined) throw resultSetNotFound();
    resultSets.delete(resultSetId);
    resultSets.set(resultSetId, found);
    return found;
  }

  async function close(resultSetId: string): Promise<void> {
    const closed = resultSets.get(resultSetId);
    resultSets.delete(resultSetId);
    sources.delete(resultSetId);
    await closed?.close();
  }

  return {
    open,
    /** Undefined where the result set was closed, or made room for others. */
    sourceOf: (resultSetId: string): ResultSource | undefined => sources.get(resultSetId),
    /** Closing the iterator, or aborting the signal, ends it; what was read stays. */
    load: (
      { resultSetId, ...options }: OfResultSet & LoadOptions,
      signal?: AbortSignal,
    ): AsyncGenerator<ResultSetProgress, void, void> => require(resultSetId).load(options, signal),
    rows: async ({ resultSetId, viewId, first, count }: RowsInput): Promise<{ items: string }> => ({
      items: await require(resultSetId).rows(first, count, viewId),
    }),
    /** QUERY_INVALID where a value to compare with is none; CANCELLED by a later call, too. */
    arrange: async (
      { resultSetId, ...order }: OfResultSet & Arrangement,
      signal?: AbortSignal,
    ): Promise<RowsView> => require(resultSetId).arrange(order, signal),
    find: async (
      { resultSetId, viewId, ...text }: OfView & TextQuery,
      signal?: AbortSignal,
    ): Promise<FoundRows> => require(resultSetId).find(text, viewId, signal),
    close,
    closeAll: async (): Promise<void> => {
      await Promise.all([...resultSets.keys()].map(close));
    },
  };
}

/** Whether less may be found than is looked at. QUERY_INVALID for a statement without rows. */
function isFiltered(request: QueryRequest | ScanRequest | ExecuteStatementRequest): boolean {
  if (!('Statement' in request)) return request.FilterExpression !== undefined;
  const { kind, tokens } = readStatement(request.Statement);
  if (kind !== 'select') throw onlySelect();
  return whereClause(tokens) !== undefined;
}
