import { randomUUID } from 'node:crypto';
import { implement } from '@orpc/server';
import { queryContract } from '../../../contract/query.ts';
import type { ResultSetProgress } from '../../../contract/query.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { QueryRequest, ScanRequest } from '../../../domain/requests/index.ts';
import { prepareRequest } from '../dynamodb/prepare-request.ts';
import type { SendOverConnection } from '../dynamodb/wire-types.ts';
import { defaultPageRows } from './page-size.ts';
import { createResultSet } from './result-set.ts';
import type { ResultSet } from './result-set.ts';
import type { ResultStores } from './store/result-stores.ts';
import { createSegmentReader } from './store/segment-reader.ts';

/** More than the tabs anybody keeps open; the one not used for longest makes room. */
const maximumResultSets = 50;

export type QueryDependencies = {
  readonly send: SendOverConnection;
  readonly stores: Pick<ResultStores, 'create'>;
};

/** A Query or Scan as it arrives: QueryInput or ScanInput as DynamoDB JSON text. */
export type QueryInput = {
  readonly connectionId: string;
  readonly operation: 'Query' | 'Scan';
  readonly request: string;
};

/** Where a result set comes from: for services that write what was read. */
export type ResultSource = {
  readonly connectionId: string;
  /** As it was checked; no start key and no limit of a page matter here. */
  readonly request: QueryRequest | ScanRequest;
};

export type QueryService = ReturnType<typeof createQueryService>;

/** Result sets: runs of a Query or Scan, held here and addressed by row number. */
export function createQueryService({ send, stores }: QueryDependencies) {
  /** In the order of their last use. */
  const resultSets = new Map<string, ResultSet>();
  const sources = new Map<string, ResultSource>();

  /** QUERY_INVALID where the request cannot be sent. Nothing is read yet. */
  async function open(input: QueryInput): Promise<{ resultSetId: string }> {
    const { connectionId, operation, request } = input;
    const prepared = prepareRequest(operation, request, 'QUERY_INVALID');
    const { Limit: limit, ReturnConsumedCapacity: asked, ...rest } = prepared;
    const store = stores.create();
    const reader = createSegmentReader({
      request: { ...rest, ReturnConsumedCapacity: asked === 'INDEXES' ? asked : 'TOTAL' },
      // A table that is looked at page by page is read in one part: segments of a small one would
      // each cost a request.
      segments: 1,
      store,
      send: async (body, signal) =>
        Buffer.from((await send(connectionId, operation, body, { signal })).body),
    });
    const pageRows = limit ?? defaultPageRows;
    const filtered = prepared.FilterExpression !== undefined;
    const resultSetId = randomUUID();
    resultSets.set(resultSetId, createResultSet({ reader, store, pageRows, filtered }));
    sources.set(resultSetId, { connectionId, request: prepared });
    for (const [id] of resultSets) {
      if (resultSets.size <= maximumResultSets) break;
      await close(id);
    }
    return { resultSetId };
  }

  /** RESULT_SET_NOT_FOUND where it was closed, or made room for others. */
  function require(resultSetId: string): ResultSet {
    const found = resultSets.get(resultSetId);
    if (found === undefined) {
      throw new SortkeyError(
        'RESULT_SET_NOT_FOUND',
        'These results are not kept any more. Run the query again.',
      );
    }
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
    load: (
      resultSetId: string,
      what: 'page' | 'all',
      signal?: AbortSignal,
    ): AsyncGenerator<ResultSetProgress, void, void> => require(resultSetId).load(what, signal),
    rows: async (
      resultSetId: string,
      first: number,
      count: number,
    ): Promise<{ items: string }> => ({
      items: await require(resultSetId).rows(first, count),
    }),
    close,
    closeAll: async (): Promise<void> => {
      await Promise.all([...resultSets.keys()].map(close));
    },
  };
}

/** The handlers of `contract.query`. */
export function createQueryHandlers(service: QueryService) {
  const os = implement(queryContract);
  return {
    open: os.open.handler(({ input }) => service.open(input)),
    load: os.load.handler(({ input, signal }) =>
      service.load(input.resultSetId, input.what, signal),
    ),
    rows: os.rows.handler(({ input }) => service.rows(input.resultSetId, input.first, input.count)),
    close: os.close.handler(async ({ input }) => {
      await service.close(input.resultSetId);
      return {};
    }),
  };
}
