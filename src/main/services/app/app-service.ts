import { implement } from '@orpc/server';
import { appContract } from '../../../contract/app.ts';
import type { AppInfo } from '../../../contract/app.ts';
import type { HostPorts } from '../../ports/host-ports.ts';
import { checkLink } from './check-link.ts';
import type { SettingsFile } from './settings-file.ts';

export type AppDependencies = {
  readonly version: string;
  readonly dataFolder: string;
  readonly ports: Pick<HostPorts, 'host' | 'openLink'>;
  readonly settings: SettingsFile;
};

export type AppService = ReturnType<typeof createAppService>;

/** The app itself: what it is, its settings, links out of it. */
export function createAppService({ version, dataFolder, ports, settings }: AppDependencies) {
  return {
    info: (): AppInfo => ({ version, host: ports.host, platform: process.platform, dataFolder }),
    readSettings: settings.read,
    writeSettings: settings.merge,
    /** LINK_NOT_ALLOWED for anything but documentation. */
    openLink: async (url: string): Promise<void> => ports.openLink(checkLink(url)),
  };
}

/** The handlers of `contract.app`. */
export function createAppHandlers(service: AppService) {
  const os = implement(appContract);
  return {
    info: os.info.handler(() => service.info()),
    readSettings: os.readSettings.handler(() => service.readSettings()),
    writeSettings: os.writeSettings.handler(({ input }) => service.writeSettings(input)),
    openLink: os.openLink.handler(async ({ input }) => {
      await service.openLink(input.url);
      return {};
    }),
  };
}
