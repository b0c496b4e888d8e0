import { parseArgs } from 'node:util';

const string = { type: 'string' };
const boolean = { type: 'boolean' };

/** The flags of `npm start`; the hosts read their values, and check them, themselves. */
export const startFlags = {
  browser: boolean,
  'no-open': boolean,
  port: string,
  'sandbox-port': string,
  'data-dir': string,
  endpoint: string,
  region: string,
  profile: string,
  engine: string,
};

/**
 * One line that says what is wrong with the flags, or undefined: before anything is installed or
 * built, a spelling mistake should cost nothing.
 */
export function checkFlags(args) {
  try {
    parseArgs({ args, options: startFlags, strict: true, allowPositionals: false });
    return undefined;
  } catch (error) {
    const known = Object.keys(startFlags).map((name) => `--${name}`);
    return `${error.message.split('. ')[0]}. The flags are ${known.join(', ')}.`;
  }
}
