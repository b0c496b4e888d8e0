const megabyte = 1024 * 1024;

/** What the link asks of a WebSocket server, whoever listens. */
export const socketServerOptions = {
  /** A request text of 16 MB, with room for its escapes. */
  maxPayload: 64 * megabyte,
  /**
   * One message at a time: a cancel that arrives in one piece with its call would be decoded
   * before it, and be lost.
   */
  allowSynchronousEvents: false,
} as const;
