import type { WireCodeOperation } from '../code-request.ts';
import type { JavascriptKind } from './notation.ts';

/** The class of an operation's command; the document client has shorter names. */
export function commandOf(operation: WireCodeOperation, kind: JavascriptKind): string {
  const short = kind === 'document' ? operation.replace(/Items?$/, '') : operation;
  return `${short}Command`;
}
