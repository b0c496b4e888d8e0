export type RowKeys = {
  /** The key of the row that shows this name; made when first asked for. */
  of: (name: string) => string;
  /** The row keeps its key under its new name, and so its input and its focus. */
  rename: (from: string, to: string) => void;
};

/** Keys for React that stay with a row while its name is typed. */
export function createRowKeys(): RowKeys {
  const keys = new Map<string, string>();
  let made = 0;
  const of = (name: string): string => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    made += 1;
    keys.set(name, `row${made}`);
    return `row${made}`;
  };
  const rename = (from: string, to: string): void => {
    keys.set(to, of(from));
    keys.delete(from);
  };
  return { of, rename };
}
