import { bridgeName } from '../../contract/host-bridge.ts';
import type { HostBridge } from '../../contract/host-bridge.ts';

export type PageBridge = HostBridge<File>;

/** What the Electron host's preload offers; undefined in the browser host. */
export function hostBridge(): PageBridge | undefined {
  // The preload is ours and its surface is frozen by a test: nothing else sets this name.
  return Reflect.get(window, bridgeName) as PageBridge | undefined;
}
