import type { ListTablesCommand } from '@aws-sdk/client-dynamodb';

/** What the middleware saw of the HTTP exchange, also where it failed. */
export type WireExchange = {
  /** Where the request went, such as `http://127.0.0.1:8000`. */
  endpoint: string | undefined;
  httpStatus: number | undefined;
  requestId: string | undefined;
  /** The body of the last answer. */
  body: string;
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
      response.body = response.statusCode >= 300 ? errorSummary(exchange.body) : new Uint8Array();
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
  exchange.body = await readText(response.body, onProgress);
  return result;
}

function endpointOf(request: HttpRequestParts): string {
  const port = request.port === undefined ? '' : `:${request.port}`;
  return `${request.protocol}//${request.hostname}${port}`;
}

async function readText(body: unknown, onProgress: () => void): Promise<string> {
  const chunks: Buffer[] = [];
  onProgress();
  for await (const chunk of body as AsyncIterable<Buffer>) {
    onProgress();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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
