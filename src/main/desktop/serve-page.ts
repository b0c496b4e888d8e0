import { ipcMain, MessageChannelMain } from 'electron';
import type { MessagePortMain } from 'electron';
import { basename, isAbsolute } from 'node:path';
import {
  portMessage,
  referenceFileChannel,
  requestPortChannel,
} from '../../contract/host-bridge.ts';
import type { HostedApp } from '../hosting/start-host.ts';
import { ownPage } from './own-page.ts';

/** Gives our own page, and nobody else, a port to the services. */
export function handOverPorts({ links }: Pick<HostedApp, 'links'>): void {
  // Held, since nothing else keeps a port from being collected while it waits.
  const open = new Set<MessagePortMain>();
  ipcMain.handle(requestPortChannel, (event) => {
    const frame = ownPage(event);
    const { port1, port2 } = new MessageChannelMain();
    open.add(port1);
    port1.on('close', () => open.delete(port1));
    links.servePort(port1);
    frame.postMessage(portMessage, null, [port2]);
  });
}

/** Lets our own page refer to a file on disk that the user has dropped or chosen. */
export function handOverFileReferences({ references }: Pick<HostedApp, 'references'>): void {
  ipcMain.handle(referenceFileChannel, (event, path: unknown) => {
    ownPage(event);
    if (typeof path !== 'string' || !isAbsolute(path)) throw new Error('Refused: not a path.');
    return references.add({ path, name: basename(path) });
  });
}
