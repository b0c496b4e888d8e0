import type { FileAccess } from './file-access.ts';

/** What a host must provide to the services, and nothing more. */
export type HostPorts = {
  readonly host: 'electron' | 'browser';
  readonly files: FileAccess;
  /** Opens a link that the services have already checked, in the user's own browser. */
  openLink(url: string): Promise<void>;
};
