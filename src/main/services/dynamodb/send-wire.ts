import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { makeCommand } from './commands.ts';
import { toSortkeyError } from './dynamodb-errors.ts';
import { isWrite } from './is-write.ts';
import { AnswerLost, brokenCode, NoAnswer } from './network-errors.ts';
import type { WireClient } from './wire-client.ts';
import { attachWireBody } from './wire-middleware.ts';
import type { WireExchange } from './wire-middleware.ts';
import type { SendOptions, WireAnswer, WireBytes, WireOperation } from './wire-types.ts';

/**
 * An endpoint that has never answered gets this long, over all attempts together; an answer that
 * has begun, to go on.
 */
const firstAnswerMs = 4_800;
/** One that has answered before may be busy: a long page, an index being built. */
const laterAnswerMs = 60_000;
/** After this long without an answer there is no further attempt. */
const patienceMs = 3_000;

/** As `sendWireForBytes`, with the body as text. */
export async function sendWire(
  client: WireClient,
  operation: WireOperation,
  body: string,
  options?: SendOptions,
): Promise<WireAnswer> {
  const answer = await sendWireForBytes(client, operation, body, options);
  return { ...answer, body: new TextDecoder().decode(answer.body) };
}

/**
 * Sends a request, DynamoDB JSON text, with the SDK's endpoints, credentials, signing and retries,
 * and answers the body as it came: nothing in either is turned into JavaScript values on the way.
 * Throws a SortkeyError with one of `dynamodbErrorCodes`, or CANCELLED.
 */
export async function sendWireForBytes(
  client: WireClient,
  operation: WireOperation,
  body: string,
  options: SendOptions = {},
): Promise<WireBytes> {
  const started = performance.now();
  const exchange: WireExchange = {
    endpoint: undefined,
    httpStatus: undefined,
    requestId: undefined,
    body: new Uint8Array(),
    errorText: '',
  };
  const deadline = createDeadline(options.signal);
  const limitMs = () => (client.hasAnswered ? laterAnswerMs : firstAnswerMs);
  const once = isWrite(operation, body) && !isRepeatable(operation, body);
  /** An attempt was sent and not answered, or with no more than that something failed. */
  let mayBeDone = false;
  const command = makeCommand(operation);
  attachWireBody(command, body, exchange, {
    onAttempt: () => deadline.start(limitMs()),
    onProgress: () => deadline.startAgain(limitMs()),
    onAnswer: () => {
      client.hasAnswered = true;
      deadline.clear();
      const { httpStatus = 0 } = exchange;
      if (httpStatus >= 500) mayBeDone = true;
      if (once && httpStatus >= 500) throw new AnswerLost(`HTTP ${httpStatus}`);
    },
    onFailure: (error) => {
      const broken = brokenCode(error);
      if (broken !== undefined) mayBeDone = true;
      if (once && broken !== undefined) return new AnswerLost(broken);
      // The SDK would try a connection that timed out twice more; a refused one costs nothing.
      return performance.now() - started > patienceMs ? new NoAnswer(error) : error;
    },
  });
  try {
    const output = await client.sdk.send(command, { abortSignal: deadline.signal });
    checkAnswer(exchange);
    return {
      body: exchange.body,
      requestId: exchange.requestId,
      httpStatus: exchange.httpStatus ?? 200,
      attempts: output.$metadata.attempts ?? 1,
      elapsedMs: performance.now() - started,
    };
  } catch (cause) {
    if (options.signal?.aborted) {
      throw new SortkeyError('CANCELLED', `${operation} was cancelled.`, {}, { cause });
    }
    throw toSortkeyError(deadline.passed() ? new NoAnswer() : cause, {
      operation,
      request: body,
      exchange,
      region: client.region,
      secrets: client.secrets,
      mayBeDone,
    });
  } finally {
    deadline.clear();
  }
}

/**
 * Whether sending a write twice does what sending it once does; the SDK would send any other write
 * again, too. A batch of puts is; a transaction with a token is carried out exactly once, however
 * often it is sent within ten minutes.
 */
function isRepeatable(operation: WireOperation, body: string): boolean {
  if (operation === 'BatchWriteItem') return true;
  return (
    (operation === 'TransactWriteItems' || operation === 'ExecuteTransaction') &&
    Object.hasOwn(JSON.parse(body), 'ClientRequestToken')
  );
}

/** A signal that follows the caller's, and aborts by itself once its time is up. */
function createDeadline(callers: AbortSignal | undefined) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let passed = false;
  function start(ms: number): void {
    timer ??= setTimeout(() => {
      passed = true;
      controller.abort();
    }, ms);
  }
  function clear(): void {
    clearTimeout(timer);
    timer = undefined;
  }
  return {
    signal: callers ? AbortSignal.any([callers, controller.signal]) : controller.signal,
    /** Runs from the first attempt: a retry does not begin it anew. */
    start,
    startAgain(ms: number) {
      clear();
      start(ms);
    },
    clear,
    passed: () => passed,
  };
}

const openBrace = 0x7b;

function checkAnswer(exchange: WireExchange): void {
  if (exchange.body[0] === openBrace) return;
  throw new SortkeyError(
    'SERVICE_FAILED',
    `What answers at ${exchange.endpoint} is not DynamoDB. Check the endpoint of the connection.`,
    { httpStatus: exchange.httpStatus ?? 0 },
  );
}
