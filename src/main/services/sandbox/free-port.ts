import { createServer } from 'node:net';
import { StartError } from '../start-error.ts';

/** A port of 127.0.0.1 on which nothing listens now. Somebody else may take it the moment after. */
export function findFreePort(): Promise<number> {
  return tryPort(0);
}

/** A StartError where a port that the user asked for cannot be listened on. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await tryPort(port);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${code})`;
    throw new StartError(
      `Port ${port}, given with --sandbox-port, ${reason}. ` +
        'Give another one, or 0 to have a free one picked.',
      { cause },
    );
  }
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The operating system gave no port.'));
      });
    });
  });
}
