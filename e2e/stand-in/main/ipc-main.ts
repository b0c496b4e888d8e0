import type { IpcMain } from 'electron';
import { carried } from '../wire.ts';
import { fail } from './control.ts';
import type { Frame } from './frame.ts';

type Handler = (event: { sender: object; senderFrame: Frame }, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain: Pick<IpcMain, 'handle'> = {
  handle(channel, handler) {
    if (handlers.has(channel)) fail(`there is a handler for ${channel} already`);
    // Electron's own events hold more than the app asks of them.
    handlers.set(channel, handler as unknown as Handler);
  },
};

/** Calls the app's handler for a channel and sends its answer to the page. */
export async function invoke(
  frame: Frame,
  sender: object,
  request: { readonly id: number; readonly channel: string; readonly args: readonly unknown[] },
): Promise<void> {
  const { id, channel, args } = request;
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const value = carried(await handler({ sender, senderFrame: frame }, ...args));
    frame.send({ kind: 'reply', id, value });
  } catch (error) {
    // As in Electron, the page learns the words of an error and nothing else of it.
    frame.send({
      kind: 'reply',
      id,
      error: `Error invoking remote method '${channel}': ${String(error)}`,
    });
  }
}
