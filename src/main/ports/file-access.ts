/** A file that the user gave to the app, readable as often as needed. */
export type UserFile = {
  readonly name: string;
  readonly sizeBytes: number;
  /** Its bytes from the start, as a stream that holds no more than a few chunks. */
  read(signal?: AbortSignal): AsyncIterable<Uint8Array>;
};

/** How a host hands over the files that the user chose or dropped. */
export type FileAccess = {
  /** Answers undefined where the reference was never handed out, or its file is gone. */
  open(reference: string): Promise<UserFile | undefined>;
};
