import type { Capabilities } from '../../../../contract/connections.ts';

/** How to run an engine: a program, its arguments and what to add to the environment. */
export type EngineCommand = {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

/** A DynamoDB-compatible engine that the app can run as a process of its own on loopback. */
export type Engine = {
  readonly name: string;
  readonly version: string;
  readonly capabilities: Capabilities;
  /** What it prints, on either output, once it listens. */
  readonly readyLine: RegExp;
  /** The name of its data inside of the sandbox's folder. */
  readonly dataName: string;
  /** Without a data path the data is kept in memory only. */
  command(options: { port: number; dataPath?: string | undefined }): EngineCommand;
};
