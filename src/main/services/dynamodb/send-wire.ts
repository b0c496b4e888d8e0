import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { makeCommand } from './commands.ts';
import { toSortkeyError } from './dynamodb-errors.ts';
import { NoAnswer } from './network-errors.ts';
import type { WireClient } from './wire-client.ts';
import { attachWireBody } from './wire-middleware.ts';
import type { WireExchange } from './wire-middleware.ts';
import type { SendOptions, WireAnswer, WireOperation } from './wire-types.ts';

/** An endpoint that has never answered gets this long, over all attempts together. */
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
  const command = makeCommand(operation);
  attachWireBody(command, body, exchange, {
    onAttempt: () => deadline.start(client.hasAnswered ? laterAnswerMs : firstAnswerMs),
    onAnswer: () => {
      client.hasAnswered = true;
      deadline.clear();
    },
    // The SDK would try a connection that timed out twice more; a refused one costs nothing.
    onFailure: (error) => (performance.now() - started > patienceMs ? new NoAnswer(error) : error),
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
    const error = deadline.passed() ? new NoAnswer() : cause;
    throw toSortkeyError(error, {
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
  return {
    signal: callers ? AbortSignal.any([callers, controller.signal]) : controller.signal,
    /** Runs from the first attempt: a retry does not begin it anew. */
    start(ms: number) {
      timer ??= setTimeout(() => {
        passed = true;
        controller.abort();
      }, ms);
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
    },
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
