const prefix = '#/tables/';

/** The address of a table's view, which is a real link. */
export function hashOfTable(tableName: string): string {
  return prefix + encodeURIComponent(tableName);
}

/** The table that an address names, or undefined where it names none. */
export function tableOfHash(hash: string): string | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  try {
    const name = decodeURIComponent(hash.slice(prefix.length));
    return name === '' ? undefined : name;
  } catch {
    // A broken percent sequence, typed by hand: it names no table.
    return undefined;
  }
}
