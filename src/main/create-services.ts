import type { HostPorts } from './ports/host-ports.ts';
import { createRouter } from './services/router.ts';
import type { ServicesRouter } from './services/router.ts';

/** What the user said at the start; every part has a default. */
export type StartOptions = {
  /** 0 picks a free port. */
  readonly sandboxPort: number;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  /** A native engine given by hand. */
  readonly enginePath?: string | undefined;
};

export type ServicesOptions = {
  /** Made where it does not exist; a second app on the same folder is refused. */
  readonly dataFolder: string;
  readonly ports: HostPorts;
  readonly version: string;
  readonly startOptions: StartOptions;
};

export type Services = {
  readonly router: ServicesRouter;
  /** Where the sandbox listens, such as `http://127.0.0.1:41234`; undefined while it does not. */
  readonly sandboxEndpoint: () => string | undefined;
  /** Ends everything that the services started, the engine too, within 2 s. */
  readonly close: () => Promise<void>;
};

/**
 * Builds the services once, for either host. Throws a StartError, whose message can be printed as
 * it stands, where the app cannot start as it was told to.
 */
export async function createServices(_options: ServicesOptions): Promise<Services> {
  return {
    router: createRouter(),
    sandboxEndpoint: () => undefined,
    close: async () => {},
  };
}
