import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { makeCommand } from './commands.ts';
import { toSortkeyError } from './dynamodb-errors.ts';
import { AnswerLost, brokenCode, NoAnswer } from './network-errors.ts';
import type { WireClient } from './wire-client.ts';
import { attachWireBody } from './wire-middleware.ts';
import type { WireExchange } from './wire-middleware.ts';
import { writeOperations } from './wire-types.ts';
import type { SendOptions, WireAnswer, WireOperation } from './wire-types.ts';

/**
 * An endpoint that has never answered gets this long, over all attempts together; an answer that
 * has begun, to go on.
 */
const firstAnswerMs = 4_800;
/** One that has answered before may be busy: a long page, an index being built. */
const laterAnswerMs = 60_000;
/** After this long without an answer there is no further attempt. */
const patienceMs = 3_000;

/**
 * Sends a request, DynamoDB JSON text, with the SDK's endpoints, credentials, signing and retries,
 * and answers the body as text: nothing in either is turned into JavaScript values on the way.
 * Throws a SortkeyError with one of `dynamodbErrorCodes`, or CANCELLED.
 */
export async function sendWire(
  client: WireClient,
  operation: WireOperation,
  body: string,
  options: SendOptions = {},
): Promise<WireAnswer> {
  const started = performance.now();
  const exchange: WireExchange = {
    endpoint: undefined,
    httpStatus: undefined,
    requestId: undefined,
    body: '',
  };
  const deadline = createDeadline(options.signal);
  const limitMs = () => (client.hasAnswered ? laterAnswerMs : firstAnswerMs);
  // A batch of puts can be sent twice; the SDK would send any other write again, too.
  const once = writeOperations.has(operation) && operation !== 'BatchWriteItem';
  const command = makeCommand(operation);
  attachWireBody(command, body, exchange, {
    onAttempt: () => deadline.start(limitMs()),
    onProgress: () => deadline.startAgain(limitMs()),
    onAnswer: () => {
      client.hasAnswered = true;
      deadline.clear();
      const { httpStatus = 0 } = exchange;
      if (once && httpStatus >= 500) throw new AnswerLost(`HTTP ${httpStatus}`);
    },
    onFailure: (error) => {
      const broken = once ? brokenCode(error) : undefined;
      if (broken !== undefined) return new AnswerLost(broken);
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
    });
  } finally {
    deadline.clear();
  }
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

function checkAnswer(exchange: WireExchange): void {
  if (exchange.body.startsWith('{')) return;
  throw new SortkeyError(
    'SERVICE_FAILED',
    `What answers at ${exchange.endpoint} is not DynamoDB. Check the endpoint of the connection.`,
    { httpStatus: exchange.httpStatus ?? 0 },
  );
}
