import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { plainAnswer } from '../hosting/answer.ts';
import type { Answer } from '../hosting/answer.ts';

const tokenBytes = 32;

/** Decides who may talk to the browser host: nobody without its token, no page but its own. */
export type Access = {
  /** The address that lets a browser in. */
  readonly url: string;
  /** The headers with which a browser that came with the token is let in for good. */
  readonly admit: (token: string) => Record<string, string> | undefined;
  /** Why a request is turned away, or undefined where it may pass. */
  readonly refusal: (
    request: Pick<IncomingMessage, 'headers'>,
    needs: { readonly origin: boolean },
  ) => Answer | undefined;
  /** The same, of the name it was asked under and of the page that asked, whoever asks. */
  readonly foreign: (
    request: Pick<IncomingMessage, 'headers'>,
    needs: { readonly origin: boolean },
  ) => Answer | undefined;
};

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Tells nothing of the secret by the time it takes: digests have one length. */
function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function cookiesNamed(header: string | undefined, name: string): string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** Makes a new token for a host that listens on this port of 127.0.0.1. */
export function createAccess(port: number): Access {
  const token = randomBytes(tokenBytes).toString('base64url');
  // Cookies are shared between the ports of a host: the name keeps two Sortkeys apart.
  const cookieName = `sortkey-${port}`;
  // A tunnel from another machine often calls its end localhost.
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];

  const foreign: Access['foreign'] = ({ headers }, needs) => {
    const { host, origin } = headers;
    if (host === undefined || !hosts.includes(host)) {
      return plainAnswer(403, 'This name does not belong to Sortkey.');
    }
    if (origin === undefined ? needs.origin : origin !== `http://${host}`) {
      return plainAnswer(403, "Only Sortkey's own page may ask for this.");
    }
    return undefined;
  };

  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    foreign,
    admit(given) {
      if (!sameSecret(given, token)) return undefined;
      return { 'set-cookie': `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict` };
    },
    refusal(request, needs) {
      const refused = foreign(request, needs);
      if (refused !== undefined) return refused;
      const given = cookiesNamed(request.headers.cookie, cookieName);
      if (given.some((value) => sameSecret(value, token))) return undefined;
      return plainAnswer(
        401,
        'Open the address that Sortkey printed when it started: it holds the token that this page needs.',
      );
    },
  };
}
