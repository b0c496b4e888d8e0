import { SortkeyError } from '../../../contract/sortkey-error.ts';

/** Hosts of documentation that the app links to. */
const knownHosts: ReadonlySet<string> = new Set([
  'aws.amazon.com',
  'boto3.amazonaws.com',
  'docs.aws.amazon.com',
  'github.com',
]);

/** The link as a URL; LINK_NOT_ALLOWED where it is not documentation that the app links to. */
export function checkLink(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const allowed =
    url?.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    knownHosts.has(url.hostname);
  if (allowed) return url.href;
  throw new SortkeyError(
    'LINK_NOT_ALLOWED',
    `${given.slice(0, 200)} was not opened: Sortkey opens only pages of its documentation.`,
  );
}
