import { join } from 'node:path';
import { createServices } from '../create-services.ts';
import type { Services } from '../create-services.ts';
import type { HostPorts } from '../ports/host-ports.ts';
import type { AppLayout } from './app-layout.ts';
import { createFileReferences } from './file-references.ts';
import type { FileReferences } from './file-references.ts';
import { createLinkServer } from './link-server.ts';
import type { LinkServer } from './link-server.ts';
import { openRendererFiles } from './renderer-files.ts';
import type { RendererFiles } from './renderer-files.ts';
import type { HostOptions } from './start-options.ts';
import { createUploads } from './uploads.ts';
import type { Uploads } from './uploads.ts';

/** What both hosts offer to a page, however it reaches them. */
export type HostedApp = {
  readonly links: LinkServer;
  readonly files: RendererFiles;
  readonly references: FileReferences;
  readonly uploads: Uploads;
  readonly sandboxEndpoint: Services['sandboxEndpoint'];
  /** Ends the services, the engine among them, and removes what was uploaded. */
  readonly close: () => Promise<void>;
};

/**
 * Starts everything that the two hosts have in common, in a data folder that was prepared. Throws
 * a StartError in words.
 */
export async function startHostedApp(
  options: HostOptions,
  layout: AppLayout,
  host: Pick<HostPorts, 'host' | 'openLink'>,
): Promise<HostedApp> {
  const files = await openRendererFiles(layout.rendererFolder);
  const references = createFileReferences();
  const uploads = createUploads({ folder: join(options.dataFolder, 'uploads'), references });
  const services = await createServices({
    dataFolder: options.dataFolder,
    ports: { ...host, files: references },
    version: layout.version,
    startOptions: options.services,
  });
  // Only now is the folder ours: the services have refused a second app on it.
  await uploads.clear();
  return {
    links: createLinkServer(services.router),
    files,
    references,
    uploads,
    sandboxEndpoint: services.sandboxEndpoint,
    async close() {
      await Promise.all([services.close(), uploads.clear()]);
    },
  };
}
