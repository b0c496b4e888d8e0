import type { CodeMembers, WireCodeOperation } from './code-request.ts';

/** How the answer of an operation that reads goes on after its first page. */
export type Reading = {
  /** The member of the answer that says where the next page begins, and that of the request. */
  readonly next: string;
  readonly from: string;
  /** Only how many there are. */
  readonly counts: boolean;
  /** Undefined unless the table is read in segments at the same time. */
  readonly segments: number | undefined;
  /** The request, without a segment of its own. */
  readonly request: CodeMembers;
};

/** Undefined for an operation whose answer has no pages. */
export function readingOf(operation: WireCodeOperation, request: CodeMembers): Reading | undefined {
  if (operation === 'ExecuteStatement') {
    return { next: 'NextToken', from: 'NextToken', counts: false, segments: undefined, request };
  }
  if (operation !== 'Query' && operation !== 'Scan') return undefined;
  const { Segment: _segment, TotalSegments, ...rest } = request;
  const segments =
    typeof TotalSegments === 'number' && TotalSegments > 1 ? TotalSegments : undefined;
  return {
    next: 'LastEvaluatedKey',
    from: 'ExclusiveStartKey',
    counts: request['Select'] === 'COUNT',
    segments,
    request: rest,
  };
}
