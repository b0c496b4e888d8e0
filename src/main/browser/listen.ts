import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { StartError } from '../hosting/start-failure.ts';

const loopback = '127.0.0.1';

function inWords(error: NodeJS.ErrnoException, port: number): StartError {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} of ${loopback} is in use. Choose another one with --port, or --port 0 for any that is free.`,
      { cause: error },
    );
  }
  return new StartError(
    `Port ${port} of ${loopback} cannot be listened on (${error.code ?? error.message}). Choose another one with --port.`,
    { cause: error },
  );
}

/** A server on loopback and nowhere else; port 0 picks a free one. Throws a StartError in words. */
export function listenOnLoopback(port: number): Promise<Server> {
  // An upload of gigabytes takes as long as it takes; the headers may not.
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000 });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, port)));
    server.listen(port, loopback, () => {
      server.removeAllListeners('error');
      resolve(server);
    });
  });
}
