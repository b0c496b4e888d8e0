import type { ListTablesCommand } from '@aws-sdk/client-dynamodb';

/** What the middleware saw of the HTTP exchange, also where it failed. */
export type WireExchange = {
  /** Where the request went, such as `http://127.0.0.1:8000`. */
  endpoint: string | undefined;
  httpStatus: number | undefined;
  requestId: string | undefined;
  /** The body of the last answer that was no error, as it came. */
  body: Uint8Array;
  /** The text of the last answer that was one; empty where it was not. */
  errorText: string;
};

type HttpRequestParts = {
  protocol: string;
  hostname: string;
  port?: number | undefined;
  body?: unknown;
};
type HttpResponseParts = {
  statusCode: number;
  headers: Record<string, string>;
  body?: unknown;
};

/** The part of the SDK's middleware that is used here; its own types differ by step. */
type Handler = (args: { request: HttpRequestParts }) => Promise<{ response: HttpResponseParts }>;
type Middleware = (next: Handler) => Handler;
type Stack = {
  addRelativeTo(
    middleware: Middleware,
    options: { name: string; relation: 'after'; toMiddleware: string },
  ): void;
};

/** What sendWire wants to know of each attempt. */
export type WireHooks = {
  readonly onAttempt: () => void;
  /** The answer has begun, or gone on. */
  readonly onProgress: () => void;
  /** The answer is there, whatever it says; an error thrown here takes its place. */
  readonly onAnswer: () => void;
  /** No answer, or not all of it. The error to throw instead. */
  readonly onFailure: (error: unknown) => unknown;
};

/**
 * Makes the SDK send our text as the body, and keep its hands off the answer: it serialises no
 * input and deserialises no output, while endpoints, signing and retries stay its own.
 */
export function attachWireBody(
  command: ListTablesCommand,
  body: string,
  exchange: WireExchange,
  hooks: WireHooks,
): void {
  const stack = command.middlewareStack as unknown as Stack;
  stack.addRelativeTo(
    (next) => (args) => {
      args.request.body = body;
      return next(args);
    },
    { name: 'sortkeyWireRequest', relation: 'after', toMiddleware: 'serializerMiddleware' },
  );
  stack.addRelativeTo(
    (next) => async (args) => {
      exchange.endpoint = endpointOf(args.request);
      hooks.onAttempt();
      const result = await receive(next(args), exchange, hooks.onProgress).catch(
        (error: unknown) => {
          throw hooks.onFailure(error);
        },
      );
      hooks.onAnswer();
      const { response } = result;
      // The SDK learns of an error its name and message only; its data is read from our text.
      response.body = isError(response) ? errorSummary(exchange.errorText) : noBytes;
      return result;
    },
    { name: 'sortkeyWireResponse', relation: 'after', toMiddleware: 'deserializerMiddleware' },
  );
}

async function receive<Result extends { response: HttpResponseParts }>(
  answering: Promise<Result>,
  exchange: WireExchange,
  onProgress: () => void,
): Promise<Result> {
  const result = await answering;
  const { response } = result;
  exchange.httpStatus = response.statusCode;
  exchange.requestId = response.headers['x-amzn-requestid'];
  const bytes = await readBytes(response, onProgress);
  exchange.errorText = isError(response) ? bytes.toString('utf8') : '';
  exchange.body = isError(response) ? noBytes : bytes;
  return result;
}

const noBytes = new Uint8Array();
const isError = ({ statusCode }: HttpResponseParts): boolean => statusCode >= 300;

function endpointOf(request: HttpRequestParts): string {
  const port = request.port === undefined ? '' : `:${request.port}`;
  return `${request.protocol}//${request.hostname}${port}`;
}

/** More than any answer of DynamoDB has; what says that it is longer is believed when it came. */
const longestAnnounced = 32 * 1024 * 1024;

/** The body in memory of its own, which is made once where the answer says how long it is. */
async function readBytes(response: HttpResponseParts, onProgress: () => void): Promise<Buffer> {
  const parts = response.body as AsyncIterable<Buffer>;
  const announced = Number(response.headers['content-length'] ?? 0);
  const whole = Buffer.allocUnsafeSlow(announced <= longestAnnounced ? announced : 0);
  const others: Buffer[] = [];
  let length = 0;
  onProgress();
  for await (const part of parts) {
    onProgress();
    if (others.length === 0 && length + part.length <= whole.length) {
      length += part.copy(whole, length);
    } else others.push(part);
  }
  const begin = whole.subarray(0, length);
  return others.length === 0 ? begin : Buffer.concat([begin, ...others]);
}

function errorSummary(body: string): Uint8Array {
  const { type, message } = readErrorBody(body);
  return Buffer.from(JSON.stringify({ __type: type, message }));
}

/** The name and the message of an error's body; both undefined where it is not DynamoDB's. */
export function readErrorBody(body: string): {
  type: string | undefined;
  message: string | undefined;
} {
  let parsed: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) parsed = value as Record<string, unknown>;
  } catch {
    // Not JSON, so not DynamoDB: a proxy's page, an empty body. The caller says so.
  }
  const type = parsed['__type'] ?? parsed['code'];
  const message = parsed['message'] ?? parsed['Message'];
  return {
    type: typeof type === 'string' ? type.slice(type.lastIndexOf('#') + 1) : undefined,
    message: typeof message === 'string' ? message : undefined,
  };
}
