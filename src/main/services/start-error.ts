/** The app cannot start as it was told to. The host prints the message and ends with the code. */
export class StartError extends Error {
  readonly exitCode = 2;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StartError';
  }
}
