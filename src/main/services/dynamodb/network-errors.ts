/** No answer within the time that the endpoint is given. */
export class NoAnswer extends Error {
  /** What the last attempt failed with. Not the `cause`, by which the SDK would try again. */
  readonly last: unknown;

  constructor(last?: unknown) {
    super('No answer in time');
    this.name = 'NoAnswer';
    this.last = last;
  }
}

/**
 * A write was sent and its answer did not come, or said no more than that something failed: it may
 * have been carried out. Sent again it could count twice, or fail under its own condition.
 */
export class AnswerLost extends Error {
  /** Why, in a few words. */
  readonly reason: string;

  constructor(reason: string) {
    super('The answer was lost');
    this.name = 'AnswerLost';
    this.reason = reason;
  }
}

/** The code of a connection that broke after it was made, and so perhaps after the request. */
export function brokenCode(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === 'connect') return undefined;
  return /^(ECONNABORTED|ECONNRESET|EPIPE|ETIMEDOUT|HPE_\w+)$/.test(code) ? code : undefined;
}

const unreachableCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'EPROTO',
  'ETIMEDOUT',
  'HPE_INVALID_CONSTANT',
  'UND_ERR_SOCKET',
]);

/** Why nothing answered, as advice; undefined where the error is not of the network. */
export function networkAdvice(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof NoAnswer) return networkAdvice(error.last) ?? adviceFor(undefined);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error.name === 'TimeoutError' ? adviceFor(code) : undefined;
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return `Its certificate is not trusted (${code}). Check the endpoint, or NODE_EXTRA_CA_CERTS.`;
  }
  return unreachableCodes.has(code) ? adviceFor(code) : undefined;
}

function adviceFor(code: string | undefined): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'Its name is not known. Check the region and the endpoint, and the network.';
  }
  if (code === 'EPROTO') return 'It does not speak HTTPS. Check whether the endpoint is http.';
  if (code?.startsWith('HPE_')) return 'It does not speak HTTP. Check the endpoint and its port.';
  return 'Check that it is running, and the endpoint, the network and any proxy.';
}
