import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../services/start-error.ts';
import type { StartOptions } from '../create-services.ts';
import { defaultDataFolder } from './data-folder.ts';

/** What the user said on the command line; both hosts take the same flags. */
export type HostOptions = {
  /** Of the browser host; 0 picks a free one. */
  readonly port: number;
  readonly open: boolean;
  readonly dataFolder: string;
  readonly services: StartOptions;
};

const string = { type: 'string' } as const;
const boolean = { type: 'boolean' } as const;

const flags = {
  browser: boolean,
  'no-open': boolean,
  port: string,
  'sandbox-port': string,
  'data-dir': string,
  endpoint: string,
  region: string,
  profile: string,
  engine: string,
} as const;

const highestPort = 65_535;

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false })
      .values;
  } catch (error) {
    const known = Object.keys(flags).map((name) => `--${name}`);
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartError(`${reason}. The flags are ${known.join(', ')}.`, { cause: error });
  }
}

function readPort(flag: string, text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= highestPort) return port;
  throw new StartError(
    `--${flag} takes a number from 0 to ${highestPort} (0 picks a free port), not "${text}".`,
  );
}

function readEndpoint(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new StartError(`--endpoint takes a URL such as http://localhost:8000, not "${text}".`);
}

function notEmpty(flag: string, text: string | undefined): string | undefined {
  if (text === undefined || text.trim() !== '') return text;
  throw new StartError(`--${flag} was given without a value.`);
}

function readRegion(text: string | undefined): string | undefined {
  if (text === undefined || /^[a-z0-9-]+$/i.test(text)) return text;
  throw new StartError(`--region takes the name of a region such as eu-west-1, not "${text}".`);
}

/** Reads the flags after the program's name. Throws a StartError in words. */
export function readStartOptions(args: readonly string[]): HostOptions {
  const values = readFlags(args);
  const folder = notEmpty('data-dir', values['data-dir']);
  return {
    port: readPort('port', values.port),
    open: values['no-open'] !== true,
    dataFolder: folder === undefined ? defaultDataFolder() : resolve(folder),
    services: {
      sandboxPort: readPort('sandbox-port', values['sandbox-port']),
      endpoint: readEndpoint(values.endpoint),
      region: readRegion(values.region),
      profile: notEmpty('profile', values.profile),
      enginePath: notEmpty('engine', values.engine),
    },
  };
}
