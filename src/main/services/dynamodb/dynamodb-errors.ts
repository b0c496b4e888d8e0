import type { ErrorDetail } from '../../../contract/errors.ts';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import type { ErrorCode } from '../../../contract/sortkey-error.ts';
import { isMeant, readTables, tokenizePartiql } from '../../../domain/partiql/index.ts';
import { isWrite, statementsIn } from './is-write.ts';
import type { StatementBody } from './is-write.ts';
import { AnswerLost, networkAdvice, NoAnswer } from './network-errors.ts';
import { sortNames } from './sort-names.ts';
import { readErrorBody } from './wire-middleware.ts';
import type { WireExchange } from './wire-middleware.ts';
import type { WireOperation } from './wire-types.ts';

export type FailedRequest = {
  readonly operation: WireOperation;
  /** The request's text: what it names is told in messages. */
  readonly request: string;
  readonly exchange: Readonly<WireExchange>;
  readonly region: string;
  readonly secrets: ReadonlySet<string>;
  /** Whether one of its attempts was sent and not answered. */
  readonly mayBeDone?: boolean;
};

/** What DynamoDB calls an error, what we call it, and what we say; without words, what it said. */
type Answer = readonly [code: ErrorCode, words?: (failed: FailedRequest) => string];

const expired: Answer = [
  'CREDENTIALS_EXPIRED',
  () => 'The credentials of this connection have expired. Log in again, or type new ones.',
];
const refused: Answer = [
  'CREDENTIALS_REFUSED',
  ({ exchange }) =>
    `${exchange.endpoint} refused the credentials of this connection. ` +
    'Check the access key, the secret key, the session token and the clock of this machine.',
];
const denied: Answer = ['ACCESS_DENIED'];
const throttled: Answer = [
  'THROTTLED',
  ({ operation, request }) =>
    `DynamoDB throttled ${operation} on ${subjectOf(request)}. ` +
    'Wait and try again, or raise the capacity.',
];
const inUse: Answer = [
  'RESOURCE_IN_USE',
  ({ operation, request }) =>
    operation === 'CreateTable'
      ? `There is a ${subjectOf(request)} already. Choose another name, or delete it first.`
      : `The ${subjectOf(request)} is being created, changed or deleted. Wait until it is ACTIVE.`,
];
const inTransaction: Answer = [
  'RESOURCE_IN_USE',
  ({ operation, request }) =>
    `Another transaction is writing the same item of ${subjectOf(request)} just now, so ` +
    `${operation} wrote nothing. Try again.`,
];
const unreadable: Answer = [
  'VALIDATION_FAILED',
  ({ operation }) =>
    `DynamoDB could not read the ${operation} request. ` +
    'Check its values; half of a surrogate pair in a text is one that it refuses.',
];

const answers = new Map<string, Answer>([
  ['ExpiredTokenException', expired],
  ['ExpiredToken', expired],
  ['RequestExpired', expired],
  ['UnrecognizedClientException', refused],
  ['InvalidSignatureException', refused],
  ['SignatureDoesNotMatch', refused],
  ['IncompleteSignature', refused],
  ['IncompleteSignatureException', refused],
  ['InvalidClientTokenId', refused],
  ['MissingAuthenticationToken', refused],
  ['MissingAuthenticationTokenException', refused],
  ['AuthFailure', refused],
  ['AccessDeniedException', denied],
  ['AccessDenied', denied],
  ['OptInRequired', denied],
  ['ProvisionedThroughputExceededException', throttled],
  ['RequestLimitExceeded', throttled],
  ['Throttling', throttled],
  ['ThrottlingException', throttled],
  ['TooManyRequestsException', throttled],
  [
    'ResourceNotFoundException',
    [
      'TABLE_NOT_FOUND',
      ({ request, region, exchange }) =>
        `There is no ${subjectOf(request)} at ${exchange.endpoint} in ${region}, or not yet. ` +
        'Check its name, the region and the connection.',
    ],
  ],
  ['ResourceInUseException', inUse],
  ['TableAlreadyExistsException', inUse],
  ['ValidationException', ['VALIDATION_FAILED']],
  ['SerializationException', unreadable],
  [
    'ConditionalCheckFailedException',
    [
      'CONDITION_FAILED',
      ({ operation, request }) =>
        `The condition does not hold, so ${operation} changed nothing in ${subjectOf(request)}. ` +
        'Compare it with the item as it stands.',
    ],
  ],
  [
    'DuplicateItemException',
    [
      'CONDITION_FAILED',
      ({ request }) =>
        `There is an item with this key already in ${subjectOf(request)}, so nothing was inserted. ` +
        'Change it with UPDATE, or insert another key.',
    ],
  ],
  ['TransactionCanceledException', ['TRANSACTION_CANCELLED', describeCancellation]],
  ['TransactionConflictException', inTransaction],
  ['TransactionInProgressException', inTransaction],
  ['LimitExceededException', ['LIMIT_EXCEEDED']],
  ['ItemCollectionSizeLimitExceededException', ['LIMIT_EXCEEDED']],
  [
    'UnknownOperationException',
    [
      'NOT_OFFERED',
      ({ operation, exchange }) =>
        `${operation} is not offered by this endpoint (${exchange.endpoint}).`,
    ],
  ],
]);

/** Turns whatever went wrong with a request into the error that the caller catches. */
export function toSortkeyError(error: unknown, failed: FailedRequest): SortkeyError {
  if (error instanceof SortkeyError) return error;
  const { exchange } = failed;
  const answered = readErrorBody(exchange.errorText);
  if (error instanceof AnswerLost) {
    const words =
      `The answer of ${exchange.endpoint} to ${failed.operation} on ${subjectOf(failed.request)} ` +
      `was lost (${error.reason}), so whether it was carried out is not known. ` +
      'Look before you send it again.';
    return make(failed, 'SERVICE_FAILED', words, answered.type, notKnown);
  }
  const advice = networkAdvice(error);
  if (advice !== undefined) {
    const words = `Nothing answers at ${exchange.endpoint}. ${advice}`;
    const sent =
      failed.mayBeDone === true || (error instanceof NoAnswer && error.last === undefined);
    const unknown = sent && isWrite(failed.operation, failed.request);
    const ending = ` Whether ${failed.operation} was carried out is not known.`;
    return unknown
      ? make(failed, 'ENDPOINT_UNREACHABLE', words + ending, undefined, notKnown)
      : make(failed, 'ENDPOINT_UNREACHABLE', words);
  }
  const name = answered.type ?? (error instanceof Error ? error.name : 'Error');
  if (exchange.httpStatus !== undefined && answered.type === undefined) {
    const words =
      `What answers at ${exchange.endpoint} with HTTP ${exchange.httpStatus} is not DynamoDB, ` +
      'or something between. Check the endpoint of the connection, and any proxy.';
    return make(failed, 'SERVICE_FAILED', words);
  }
  const answer = answers.get(name);
  const said = answered.message ?? (error instanceof Error ? error.message : String(error));
  const [code, words] = answer ?? [
    exchange.httpStatus === 400 ? 'VALIDATION_FAILED' : 'SERVICE_FAILED',
  ];
  const message = words?.(failed) ?? `${failed.operation} failed: ${said || name}`;
  const unknown =
    code === 'SERVICE_FAILED' && failed.mayBeDone && isWrite(failed.operation, failed.request);
  return unknown ? make(failed, code, message, name, notKnown) : make(failed, code, message, name);
}

function make(
  failed: FailedRequest,
  code: ErrorCode,
  message: string,
  awsName?: string,
  data = dataOf(code, failed.exchange.errorText),
): SortkeyError {
  const { exchange } = failed;
  const detail: ErrorDetail = {
    ...(awsName === undefined ? {} : { awsName }),
    ...(exchange.requestId === undefined ? {} : { requestId: exchange.requestId }),
    ...(exchange.httpStatus === undefined ? {} : { httpStatus: exchange.httpStatus }),
    ...(data === undefined ? {} : { data }),
  };
  // The SDK's error is not kept as the cause: it holds the request, and so the credentials.
  return new SortkeyError(code, redact(message, failed.secrets), detail);
}

/** Beside the words, so that nobody has to read them: a write may have been carried out. */
const notKnown: ErrorDetail['data'] = { carriedOut: 'not known' };

function dataOf(code: ErrorCode, body: string): ErrorDetail['data'] {
  if (code === 'TRANSACTION_CANCELLED') {
    return { reasons: JSON.stringify(sortNames(reasonsOf(body))) };
  }
  const item = code === 'CONDITION_FAILED' ? readItem(body) : undefined;
  return item === undefined ? undefined : { item };
}

type CancellationReason = { readonly Code?: string };

function reasonsOf(body: string): CancellationReason[] {
  const { CancellationReasons: reasons } = JSON.parse(body) as {
    CancellationReasons?: CancellationReason[];
  };
  return reasons ?? [];
}

function describeCancellation({ exchange, request }: FailedRequest): string {
  const reasons = reasonsOf(exchange.errorText);
  const codes = reasons.map(({ Code: code = 'None' }) => code).filter((code) => code !== 'None');
  const why = [...new Set(codes)].map((code) => {
    const count = codes.filter((other) => other === code).length;
    return `${count} × ${code}`;
  });
  return (
    `The transaction was cancelled, so nothing was written in ${subjectOf(request)}: of its ` +
    `${reasons.length} actions ${codes.length} could not be carried out (${why.join(', ')}).`
  );
}

/** The item as it stands, where the request asked for it, as DynamoDB JSON text. */
function readItem(body: string): string | undefined {
  const { Item: item } = JSON.parse(body) as { Item?: unknown };
  return item === undefined ? undefined : JSON.stringify(sortNames(item));
}

/** What the request is about, in words: `table Books`. */
function subjectOf(request: string): string {
  const parsed = JSON.parse(request) as {
    TableName?: unknown;
    RequestItems?: object;
    TransactItems?: Record<string, { TableName?: unknown }>[];
  } & StatementBody;
  if (typeof parsed.TableName === 'string') return `table ${parsed.TableName}`;
  const actions = (parsed.TransactItems ?? []).flatMap((action) => Object.values(action));
  const names = new Set([
    ...Object.keys(parsed.RequestItems ?? {}),
    ...actions.map(({ TableName: name }) => String(name)),
    ...statementsIn(parsed).flatMap((text) =>
      readTables(tokenizePartiql(text).filter(isMeant)).map(({ name }) => name),
    ),
  ]);
  return names.size > 0 ? `table ${[...names].join(', ')}` : 'table';
}

/** DynamoDB quotes parts of the signed request in some messages, a session token among them. */
function redact(message: string, secrets: ReadonlySet<string>): string {
  let text = message;
  for (const secret of secrets) if (secret !== '') text = text.replaceAll(secret, '•••');
  return text;
}
