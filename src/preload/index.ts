import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  bridgeName,
  portMessage,
  referenceFileChannel,
  requestPortChannel,
} from '../contract/host-bridge.ts';
import type { HostBridge } from '../contract/host-bridge.ts';

// A port cannot pass the context bridge, but it can be handed over by a message of the window to
// itself; there is no other frame that could listen or forge one.
ipcRenderer.on(portMessage, ({ ports }) => window.postMessage(portMessage, '*', ports));

const bridge: HostBridge<File> = {
  async requestPort() {
    await ipcRenderer.invoke(requestPortChannel);
  },
  async referenceFile(file) {
    const path = webUtils.getPathForFile(file);
    if (path === '') return undefined;
    const reference: unknown = await ipcRenderer.invoke(referenceFileChannel, path);
    return String(reference);
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
