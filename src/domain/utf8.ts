/** How many bytes a text takes in UTF-8. Half a surrogate pair counts as U+FFFD: three bytes. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code < 0x800) length += 1;
    else if (isPairAt(text, at)) {
      // Two units make one character of four bytes.
      length += 2;
      at += 1;
    } else length += 2;
  }
  return length;
}

/** Whether a text is whole: no half of a surrogate pair, which no UTF-8 can carry. */
export function isWholeText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) continue;
    if (!isPairAt(text, at)) return false;
    at += 1;
  }
  return true;
}

function isPairAt(text: string, at: number): boolean {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}
