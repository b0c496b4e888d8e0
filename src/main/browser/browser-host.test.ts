import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createFileReferences } from '../hosting/file-references.ts';
import { createLinkServer } from '../hosting/link-server.ts';
import { openRendererFiles } from '../hosting/renderer-files.ts';
import { createUploads } from '../hosting/uploads.ts';
import { serveBrowser } from './browser-host.ts';
import type { BrowserHost } from './browser-host.ts';
import { listenOnLoopback } from './listen.ts';

const uploadLimit = 1_000;
const secretText = 'not for pages';

let folder: string;
let host: BrowserHost;
let port: number;
let token: string;
let cookie: string;
const references = createFileReferences();
/** What the host had to say to nobody in particular; a test that expects it takes it out. */
const logged: string[] = [];

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };
type Received = { status: number; headers: Record<string, string | undefined>; body: string };

/** A request as no browser would send it, where the test says so. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: { ...response.headers, 'set-cookie': response.headers['set-cookie']?.join() },
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const withCookie = (headers: Record<string, string> = {}) => ({ headers: { cookie, ...headers } });
const ownOrigin = () => ({ origin: `http://127.0.0.1:${port}` });

const post = (body: string | Buffer, headers: Record<string, string>) =>
  send('/upload', { method: 'POST', body, headers });

/** The status that the WebSocket is answered with; 101 where it opens. */
async function openSocket(path: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  const refused = once(socket, 'unexpected-response').then(
    ([, response]: { statusCode: number }[]) => response?.statusCode ?? 0,
  );
  const opened = once(socket, 'open').then(() => 101);
  socket.on('error', () => {});
  const status = await Promise.race([refused, opened]);
  socket.terminate();
  return status;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sortkey-host-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(
    join(renderer, 'index.html'),
    '<!doctype html><html><head><title>T</title></head></html>',
  );
  await writeFile(join(renderer, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(renderer, 'assets/index.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), secretText);
  // Windows lets only some users make one; then there is nothing to follow.
  const link = join(renderer, 'assets/link.txt');
  if (process.platform !== 'win32') await symlink(join(folder, 'secret.txt'), link);
  const server = await listenOnLoopback(0);
  const uploads = createUploads({
    folder: join(folder, 'uploads'),
    references,
    maximumBytes: uploadLimit,
  });
  const files = await openRendererFiles(renderer);
  const links = createLinkServer({}, (entry) => logged.push(entry));
  host = serveBrowser(server, { files, links, uploads }, (entry) => logged.push(entry));
  const url = new URL(host.url);
  port = Number(url.port);
  token = url.searchParams.get('token') ?? '';
  const { headers } = await send(`/?token=${token}`);
  cookie = headers['set-cookie']?.split(';')[0] ?? '';
});

afterEach(() => expect(logged).toEqual([]));

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

describe('the token', () => {
  test('has 256 bits and lets a browser in by a cookie of this port alone', async () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { status, headers } = await send(`/?token=${token}`);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/');
    expect(headers['set-cookie']).toBe(
      `sortkey-${port}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    );
  });

  test('lets a browser in that follows a link of another site, which withholds the cookie once', async () => {
    const { status, headers } = await send(`/?token=${token}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(status).toBe(200);
    expect(headers['refresh']).toBe('0; url=/');
  });

  for (const path of ['/', '/index.html', '/assets/index.js', '/favicon.ico', '/nothing']) {
    test(`is needed for ${path}`, async () => {
      const { status, body } = await send(path);
      expect(status).toBe(401);
      expect(body).toContain('Open the address that Sortkey printed');
    });
  }

  test('is not to be guessed', async () => {
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const guess of ['', 'x', wrong, `${token}A`]) {
      const query = await send(`/?token=${guess}`);
      expect(query.status).toBe(401);
      expect(query.headers['set-cookie']).toBeUndefined();
      const inCookie = await send('/', { headers: { cookie: `sortkey-${port}=${guess}` } });
      expect(inCookie.status).toBe(401);
    }
  });

  test('is not taken from a cookie of another port', async () => {
    const { status } = await send('/', { headers: { cookie: `sortkey-${port + 1}=${token}` } });
    expect(status).toBe(401);
  });

  test('is found among other cookies', async () => {
    const { status } = await send('/', { headers: { cookie: `a=b; ${cookie}; c=d` } });
    expect(status).toBe(200);
  });
});

describe('the page', () => {
  test('is served with a policy that allows no inline script, and a fresh nonce for styles', async () => {
    const first = await send('/', withCookie());
    const second = await send('/', withCookie());
    const policy = first.headers['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
        "connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    );
    expect(first.body).toContain(`<meta name="style-nonce" content="${nonce}" />`);
    expect(second.body).not.toContain(nonce);
    expect(first.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('comes with its scripts and an icon, each of its type', async () => {
    const script = await send('/assets/index.js', withCookie());
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.body).toBe('export {};');
    const icon = await send('/favicon.ico', withCookie());
    expect([icon.status, icon.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  test('answers HEAD without a body', async () => {
    const { status, body } = await send('/', { method: 'HEAD', ...withCookie() });
    expect([status, body]).toEqual([200, '']);
  });
});

describe('a request that is not of our page', () => {
  const foreignHosts = [
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '0.0.0.0:PORT',
  ];
  for (const name of foreignHosts) {
    test(`under the name ${name} is refused, with the token too`, async () => {
      const headers = { host: name.replace('PORT', String(port)), cookie };
      expect((await send('/', { headers })).status).toBe(403);
      const admission = await send(`/?token=${token}`, { headers });
      expect([admission.status, admission.headers['set-cookie']]).toEqual([403, undefined]);
    });
  }

  test('may come through a tunnel that calls its end localhost', async () => {
    const { status } = await send('/', withCookie({ host: `localhost:${port}` }));
    expect(status).toBe(200);
  });

  for (const origin of [
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
  ]) {
    test(`from the origin ${origin} is refused`, async () => {
      const headers = { origin: origin.replace('PORT', String(port)) };
      expect((await send('/', withCookie(headers))).status).toBe(403);
      const upload = { method: 'POST', body: 'x', headers: { cookie, ...headers } };
      expect((await send('/upload', upload)).status).toBe(403);
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']) {
    test(`by ${method} is refused`, async () => {
      const { status, headers } = await send('/', { method, ...withCookie(ownOrigin()) });
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    });
  }

  test('answers no other site: there is no CORS header', async () => {
    const { headers } = await send('/', withCookie(ownOrigin()));
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a path out of the built page', () => {
  const paths = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..;/../secret.txt',
    '//secret.txt',
    '/assets/link.txt',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/%',
    '/__proto__',
    'http://evil.example/',
    '../secret.txt',
    '*',
  ];
  for (const path of paths) {
    test(`is not found: ${path}`, async () => {
      // A raw socket, since no client would send such a target as it stands.
      const socket = connect(port, '127.0.0.1');
      socket.end(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      );
      let answer = '';
      for await (const chunk of socket) answer += String(chunk);
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer).not.toContain(secretText);
    });
  }
});

describe('an upload', () => {
  const name = { 'x-sortkey-file-name': encodeURIComponent('../é data.json') };

  test('is kept under a reference, by its own name', async () => {
    const { status, body } = await post('[1]', { cookie, ...ownOrigin(), ...name });
    expect(status).toBe(200);
    const { reference } = JSON.parse(body) as { reference: string };
    const file = await references.open(reference);
    expect(file).toMatchObject({ name: 'é data.json', sizeBytes: 3 });
    let text = '';
    for await (const chunk of file?.read() ?? []) text += Buffer.from(chunk).toString();
    expect(text).toBe('[1]');
    expect(await references.open('made up')).toBeUndefined();
  });

  test('needs the token and an origin', async () => {
    expect((await post('x', { ...ownOrigin(), ...name })).status).toBe(401);
    expect((await post('x', { cookie, ...name })).status).toBe(403);
  });

  test('needs a name', async () => {
    expect((await post('x', { cookie, ...ownOrigin() })).status).toBe(400);
    const broken = { cookie, ...ownOrigin(), 'x-sortkey-file-name': '%E0%' };
    expect((await post('x', broken)).status).toBe(400);
  });

  test('beyond the limit is refused in words, and nothing of it stays', async () => {
    const before = await readdir(join(folder, 'uploads'));
    const large = Buffer.alloc(5_000_000);
    const { status, body } = await post(large, { cookie, ...ownOrigin(), ...name });
    expect(status).toBe(413);
    expect(body).toContain(`larger than ${uploadLimit} bytes`);
    expect(await readdir(join(folder, 'uploads'))).toEqual(before);
  });

  test('that breaks off leaves nothing', async () => {
    const before = await readdir(join(folder, 'uploads'));
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      path: '/upload',
      method: 'POST',
      headers: { cookie, ...ownOrigin(), ...name, 'content-length': '500' },
    });
    request.on('error', () => {});
    request.write('half');
    await expect.poll(() => readdir(join(folder, 'uploads'))).toHaveLength(before.length + 1);
    request.destroy();
    await expect.poll(() => readdir(join(folder, 'uploads'))).toEqual(before);
  });
});

describe('the WebSocket', () => {
  test('opens for our page alone', async () => {
    expect(await openSocket('/rpc', { cookie, ...ownOrigin() })).toBe(101);
    expect(await openSocket('/rpc', ownOrigin())).toBe(401);
    expect(await openSocket('/rpc', { cookie })).toBe(403);
    expect(await openSocket('/rpc', { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await openSocket('/rpc', { cookie, origin: 'null' })).toBe(403);
    expect(await openSocket('/rpc', { cookie, ...ownOrigin(), host: 'evil.example' })).toBe(403);
    expect(await openSocket('/other', { cookie, ...ownOrigin() })).toBe(404);
    expect(await openSocket(`/rpc?token=${token}`, ownOrigin())).toBe(401);
  });

  test('is closed over what is no frame or a too large one, and nothing else is', async () => {
    // A frame that claims a terabyte, one that was not masked, and text that is not UTF-8.
    for (const [code, frame] of [
      [1_009, '81ff0000010000000000'],
      [1_002, '81026869'],
      [1_007, '818100000000ff'],
    ] as const) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, {
        headers: { cookie, ...ownOrigin() },
      });
      socket.once('upgrade', (answer) => answer.socket.write(Buffer.from(frame, 'hex')));
      expect((await once(socket, 'close'))[0]).toBe(code);
      expect(logged.splice(0)).toEqual([expect.stringMatching(/^a page's link was closed: /)]);
    }
    expect(await openSocket('/rpc', { cookie, ...ownOrigin() })).toBe(101);
  });
});

test('the host listens on loopback and nowhere else', async () => {
  const server = await listenOnLoopback(0);
  expect(server.address()).toMatchObject({ address: '127.0.0.1' });
  server.close();
});

test('a port that is in use is told in words', async () => {
  await expect(listenOnLoopback(port)).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is in use. Choose another one with --port`,
  );
});

test('what is served is what was built', async () => {
  const { body } = await send('/assets/index.js', withCookie());
  expect(body).toBe(await readFile(join(folder, 'renderer/assets/index.js'), 'utf8'));
});
