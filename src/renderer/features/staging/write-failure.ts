import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { ErrorCode } from '../../../contract/sortkey-error.ts';
import type { WriteOutcome } from './item-access.ts';

/** Codes after which no other write can do better: none is begun any more. */
const hopeless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ACCESS_DENIED',
  'CONNECTION_NOT_FOUND',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_MISSING',
  'CREDENTIALS_REFUSED',
  'ENDPOINT_UNREACHABLE',
  'ENGINE_STOPPED',
  'LINK_CLOSED',
  'READ_ONLY',
  'TABLE_NOT_FOUND',
]);

/** Codes of a write that went out of sight on its way. */
const outOfSight: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['LINK_CLOSED', 'INTERNAL']);

/** A write that failed, and whether it may have been carried out all the same. */
export function failed(error: unknown): WriteOutcome & { kind: 'failed' } {
  return mayBeDone(error) ? { kind: 'failed', error, unknown: true } : { kind: 'failed', error };
}

function mayBeDone(error: unknown): boolean {
  if (!(error instanceof SortkeyError)) return true;
  return error.detail.data?.['carriedOut'] === 'not known' || outOfSight.has(error.code);
}

/** Whether other writes would fail in the same way. */
export function isHopeless(outcome: WriteOutcome): boolean {
  return (
    outcome.kind === 'failed' &&
    outcome.error instanceof SortkeyError &&
    hopeless.has(outcome.error.code)
  );
}
