/** A document path: names and list indexes. The first element is a name. */
export type AttributePath = readonly (string | number)[];

/** Reads a path as people type it: `info.tags[2]`, with names that hold dots quoted: `"a.b".c`. */
export function parseAttributePath(_text: string): AttributePath {
  throw new Error('Not written yet');
}

/** The path as people type it; `parseAttributePath` gives the same path back. */
export function printAttributePath(_path: AttributePath): string {
  throw new Error('Not written yet');
}
