import type { Page } from '@playwright/test';
import type { StandIn } from './stand-in-app.ts';

export type HostKind = 'browser' | 'electron-stand-in' | 'electron';

/** What a test may know of the app beside its page. */
export type App = {
  readonly host: HostKind;
  /** Where the sandbox listens: for other clients. */
  readonly sandboxEndpoint: string;
  readonly dataFolder: string;
};

/** The app on one of its hosts, started for one worker. */
export type RunningApp = {
  readonly app: App;
  /** A page that shows the app, fresh for each test; prepared before it is loaded. */
  readonly openPage: (
    prepare: (page: Page) => void,
  ) => Promise<{ page: Page; close: () => Promise<void> }>;
  readonly close: () => Promise<void>;
  /** What only the stand-in for Electron can be asked. */
  readonly standIn?: StandIn;
};
