import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engines/engine.ts';

/**
 * The engines worth trying for a sandbox: where one of them has kept data there, only that one,
 * since another would show an empty sandbox in its place.
 */
export function enginesFor(sandboxFolder: string, engines: readonly Engine[]): readonly Engine[] {
  const used = engines.find(({ dataName }) => existsSync(join(sandboxFolder, dataName)));
  return used === undefined ? engines : [used];
}
