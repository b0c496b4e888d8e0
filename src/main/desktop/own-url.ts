/** The scheme and the host under which Electron serves the page; together they are its origin. */
export const scheme = 'app';
export const host = 'sortkey';

/** The only page there is. */
export const pageUrl = `${scheme}://${host}/index.html`;

/** True for an address of our own page's origin. */
export function isOwnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === `${scheme}:` && url.host === host;
}
