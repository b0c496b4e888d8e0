import type { IncomingMessage } from 'node:http';
import { fileNameHeader, uploadPath } from '../../contract/host-bridge.ts';
import { plainAnswer } from '../hosting/answer.ts';
import type { Answer } from '../hosting/answer.ts';
import type { HostedApp } from '../hosting/start-host.ts';
import type { Access } from './access.ts';

const tokenParameter = 'token';

/** Splits a request's target by hand: `//host/` and `http://host/` must not become another host. */
function readTarget(target: string): { path: string; parameters: URLSearchParams } {
  const [path = '', ...query] = target.split('?');
  return { path, parameters: new URLSearchParams(query.join('?')) };
}

/** Lets the browser that was given the address in, and takes the token out of its address bar. */
function admission(request: IncomingMessage, access: Access, token: string): Answer {
  const cookie = access.admit(token);
  if (cookie === undefined) {
    return plainAnswer(401, 'This address is of an earlier start of Sortkey. Open the new one.');
  }
  // A browser that followed a link in another site's page keeps a strict cookie back from a
  // redirect, but not from a refresh of our own page.
  const followed = request.headers['sec-fetch-site'] === 'cross-site';
  const answer = plainAnswer(followed ? 200 : 303, 'Sortkey opens.');
  const onward = followed ? { refresh: '0; url=/' } : { location: '/' };
  return { ...answer, headers: { ...answer.headers, ...cookie, ...onward } };
}

async function answerUpload(
  request: IncomingMessage,
  app: Pick<HostedApp, 'uploads'>,
  access: Access,
): Promise<Answer> {
  const refused = access.refusal(request, { origin: true });
  if (refused !== undefined) return refused;
  const header = request.headers[fileNameHeader];
  const name = typeof header === 'string' ? header : undefined;
  const answer = await app.uploads.receive(request.iterator({ destroyOnReturn: false }), name);
  // A browser reads the answer only when it has sent everything.
  request.resume();
  return answer;
}

/** What the browser host answers to one HTTP request. */
export async function answerRequest(
  request: IncomingMessage,
  app: Pick<HostedApp, 'files' | 'uploads'>,
  access: Access,
): Promise<Answer> {
  const { path, parameters } = readTarget(request.url ?? '');
  if (request.method === 'POST' && path === uploadPath) return answerUpload(request, app, access);
  const foreign = access.foreign(request, { origin: false });
  if (foreign !== undefined) return foreign;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const answer = plainAnswer(405, 'Sortkey answers to GET and HEAD here.');
    return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD' } };
  }
  const token = parameters.get(tokenParameter);
  if (path === '/' && token !== null) return admission(request, access, token);
  return access.refusal(request, { origin: false }) ?? (await app.files.read(path));
}
