import { SortkeyError } from '../../../contract/sortkey-error.ts';

export function resultSetNotFound(): SortkeyError {
  return new SortkeyError(
    'RESULT_SET_NOT_FOUND',
    'These results are not kept any more. Run the query again.',
  );
}

export function viewNotFound(): SortkeyError {
  return new SortkeyError(
    'RESULT_SET_NOT_FOUND',
    'This order of the rows is not kept any more: another one took its place. ' +
      'Sort or filter them again.',
  );
}

/** `what` is what did not come to its end, such as `Sorting`. */
export function workCancelled(what: string, cause: unknown): SortkeyError {
  return new SortkeyError('CANCELLED', `${what} was cancelled.`, {}, { cause });
}

export function onlySelect(): SortkeyError {
  return new SortkeyError(
    'QUERY_INVALID',
    'Only a SELECT is read page by page. Run other statements by themselves.',
  );
}
