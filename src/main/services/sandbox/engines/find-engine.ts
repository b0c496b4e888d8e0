import { existsSync } from 'node:fs';
import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import { findDynalite } from './dynalite.ts';
import { findDynoxide } from './dynoxide.ts';
import type { Engine } from './engine.ts';

/**
 * The engines to be had, the best first: the one given by hand (a start option or SORTKEY_ENGINE)
 * or the native one for this platform, then the JavaScript one. ENGINE_NOT_FOUND where there is
 * none of them.
 */
export function findEngines(givenPath?: string): readonly [Engine, ...Engine[]] {
  const path = givenPath ?? (process.env['SORTKEY_ENGINE'] || undefined);
  if (path !== undefined && !existsSync(path)) {
    throw new SortkeyError(
      'ENGINE_NOT_FOUND',
      `There is no engine at ${path}. Check the path given in SORTKEY_ENGINE.`,
    );
  }
  const [first, ...others] = [findDynoxide(path), findDynalite()].filter((e) => e !== undefined);
  if (first !== undefined) return [first, ...others];
  const platform = `${process.platform}-${process.arch}`;
  throw new SortkeyError(
    'ENGINE_NOT_FOUND',
    `No engine for ${platform} is installed. Run: npm install --no-save @dynoxide/${platform}`,
  );
}
