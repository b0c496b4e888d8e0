import type { Protocol } from 'electron';
import { fail } from './control.ts';
import { needNotReady, needReady } from './app.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged(schemes) {
    needNotReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard !== true) fail(`without "standard", ${scheme}: has no origin`);
      privileged.add(scheme);
    }
  },
  handle(scheme, handler) {
    needReady('protocol.handle');
    if (!privileged.has(scheme)) fail(`the scheme ${scheme} was not registered`);
    handlers.set(scheme, handler);
  },
};

/** What the app answers to a request of its page. */
export async function askProtocol(request: Request): Promise<Response> {
  const scheme = new URL(request.url).protocol.slice(0, -1);
  const handler = handlers.get(scheme);
  if (handler === undefined) return fail(`nobody handles ${request.url}`);
  return handler(request);
}
