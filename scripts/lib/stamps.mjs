import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './root.mjs';

// Beside node_modules, not in it: `npm ci` empties that folder.
const file = (name) => inRoot('.sortkey', `${name}.stamp`);

/** What a step left behind when it last succeeded, or undefined. */
export function readStamp(name) {
  try {
    return readFileSync(file(name), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Remembers that a step succeeded on this input. */
export function writeStamp(name, value) {
  mkdirSync(dirname(file(name)), { recursive: true });
  writeFileSync(file(name), value);
}
