import { SortkeyError } from '../../contract/sortkey-error.ts';

/** An error in words, and the raw facts that help whoever has to look further. */
export function describeError(error: unknown): {
  message: string;
  facts: { name: string; value: string }[];
} {
  if (error instanceof SortkeyError) {
    const { awsName, requestId, httpStatus } = error.detail;
    const facts: { name: string; value: string }[] = [{ name: 'Code', value: error.code }];
    if (awsName !== undefined) facts.push({ name: 'AWS error', value: awsName });
    if (httpStatus !== undefined) facts.push({ name: 'HTTP status', value: String(httpStatus) });
    if (requestId !== undefined) facts.push({ name: 'Request id', value: requestId });
    return { message: error.message, facts };
  }
  if (error instanceof Error) {
    const facts = error.name === 'Error' ? [] : [{ name: 'Kind', value: error.name }];
    return { message: error.message, facts };
  }
  return { message: String(error), facts: [] };
}
