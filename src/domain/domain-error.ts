/** Something that a user wrote cannot be what they meant; the message says what and where. */
export class DomainError extends Error {
  /** Where in the value: a document path such as `info.tags[2]`, or undefined for the whole. */
  readonly path: string | undefined;

  constructor(message: string, path?: string) {
    super(message);
    this.name = 'DomainError';
    this.path = path;
  }
}
