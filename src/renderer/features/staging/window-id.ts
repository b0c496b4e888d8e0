const storageKey = 'sortkey.window';
let known: string | undefined;

/** The identity of this window: the same after a reload, another one for each window. */
export function windowId(): string {
  known ??= storedId();
  return known;
}

function storedId(): string {
  try {
    const stored = sessionStorage.getItem(storageKey);
    if (stored !== null && stored !== '') return stored;
    const made = crypto.randomUUID();
    sessionStorage.setItem(storageKey, made);
    return made;
  } catch {
    // Storage is switched off: what this window stages is found by the next one all the same.
    return crypto.randomUUID();
  }
}
