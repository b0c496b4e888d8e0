import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { styleNonceName } from '../../contract/host-bridge.ts';
import { StartError } from '../services/start-error.ts';
import { plainAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { securityHeaders } from './security-headers.ts';

const contentTypes = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
]);

const indexPath = '/index.html';
const nonceBytes = 16;

/** The built renderer, as far as a page may read it. */
export type RendererFiles = {
  /** The file under a URL's path, undecoded and without its query; 404 where there is none. */
  readonly read: (path: string) => Promise<Answer>;
};

async function filesIn(folder: string, path = ''): Promise<[string, string][]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const found = entries.map(async (entry): Promise<[string, string][]> => {
    const name = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(folder, name);
    // A link could lead out of the folder: only files count.
    return entry.isFile() ? [[encodeURI(name), join(folder, name)]] : [];
  });
  return (await Promise.all(found)).flat();
}

function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta name="${styleNonceName}" content="${nonce}" />`);
}

/**
 * Serves the files that are below the folder now, each under its own path and nothing else: a path
 * is looked up whole and never joined to a folder, so that no spelling of it leads anywhere else.
 */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  const files = new Map(await filesIn(folder).catch(() => []));
  const index = files.get(indexPath);
  if (index === undefined) {
    throw new StartError(`There is no built page in ${folder}. Build it with: npm run build`);
  }
  const aliases = new Map([['/', indexPath]]);
  // Browsers ask for it unbidden, and a 404 is an error in the page's console.
  if (!files.has('/favicon.ico')) aliases.set('/favicon.ico', '/icon.svg');
  return {
    async read(path) {
      const name = aliases.get(path) ?? path;
      const file = files.get(name);
      if (file === undefined) return plainAnswer(404, 'There is no such page.');
      const body = await readFile(file);
      const type = contentTypes.get(extname(file)) ?? 'application/octet-stream';
      if (name !== indexPath) {
        return { status: 200, headers: { ...securityHeaders(), 'content-type': type }, body };
      }
      const nonce = randomBytes(nonceBytes).toString('base64');
      const headers = { ...securityHeaders(nonce), 'content-type': type };
      return { status: 200, headers, body: withNonce(body.toString('utf8'), nonce) };
    },
  };
}
