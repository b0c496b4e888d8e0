import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';

/** Every file below the given files and folders, in one order on every machine. */
export function filesBelow(paths) {
  const files = [];
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory())
      for (const name of readdirSync(path).toSorted()) visit(join(path, name));
    else files.push(path);
  };
  for (const path of paths) visit(path);
  return files;
}

/** A hash over names and contents: it changes when, and only when, the input of a step does. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of filesBelow(paths)) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
