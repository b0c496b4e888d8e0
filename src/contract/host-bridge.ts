/**
 * What the Electron host's preload gives to the page as `window.sortkey`, and the names under
 * which its three parts (page, preload, main) know each other's messages. The browser host has
 * none of it.
 */
export type HostBridge<UserFile> = {
  /**
   * Asks the main side for a message port. It arrives as a `message` event of the page's own
   * window whose data is `portMessage`. Rejects where the main side refuses.
   */
  requestPort(): Promise<void>;
  /** A reference to a file on disk, or undefined where this file has no path. */
  referenceFile(file: UserFile): Promise<string | undefined>;
};

export const bridgeName = 'sortkey';
export const portMessage = 'sortkey:port';
export const requestPortChannel = 'sortkey:request-port';
export const referenceFileChannel = 'sortkey:reference-file';

/** Where a page posts a file that has no path, on either host. */
export const uploadPath = '/upload';
/** The header of that request with the file's name, percent-encoded. */
export const fileNameHeader = 'x-sortkey-file-name';
/** The path of the WebSocket in the browser host. */
export const webSocketPath = '/rpc';
/** The page's meta element that carries the nonce which the content security policy wants of styles. */
export const styleNonceName = 'style-nonce';
