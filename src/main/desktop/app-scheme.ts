import { protocol } from 'electron';
import { Readable } from 'node:stream';
import { fileNameHeader, uploadPath } from '../../contract/host-bridge.ts';
import { plainAnswer } from '../hosting/answer.ts';
import type { Answer } from '../hosting/answer.ts';
import type { HostedApp } from '../hosting/start-host.ts';
import { isOwnUrl, scheme } from './own-url.ts';

/** Must run before Electron is ready: gives `app:` an origin, so that `'self'` means something. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

async function answer(
  request: Request,
  { files, uploads }: Pick<HostedApp, 'files' | 'uploads'>,
): Promise<Answer> {
  if (!isOwnUrl(request.url)) return plainAnswer(403, 'This name does not belong to Sortkey.');
  const { pathname } = new URL(request.url);
  if (request.method === 'POST' && pathname === uploadPath) {
    const content = request.body === null ? undefined : Readable.fromWeb(request.body);
    return uploads.receive(content, request.headers.get(fileNameHeader) ?? undefined);
  }
  if (request.method === 'GET' || request.method === 'HEAD') return files.read(pathname);
  return plainAnswer(405, 'Sortkey answers to GET and HEAD here.');
}

/** Serves the built page, and takes files that have no path. */
export function serveAppScheme(hosted: Pick<HostedApp, 'files' | 'uploads'>): void {
  protocol.handle(scheme, async (request) => {
    const { status, headers, body } = await answer(request, hosted);
    return new Response(Buffer.from(body), { status, headers });
  });
}
