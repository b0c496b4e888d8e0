import { existsSync } from 'node:fs';
import { SortkeyError } from '../../../../contract/sortkey-error.ts';
import { findDynalite } from './dynalite.ts';
import { findDynoxide } from './dynoxide.ts';
import type { Engine } from './engine.ts';

/**
 * The engine given by hand (a start option or SORTKEY_ENGINE), else the native one for this
 * platform, else the JavaScript one. ENGINE_NOT_FOUND where there is none of them.
 */
export function findEngine(givenPath?: string): Engine {
  const path = givenPath ?? (process.env['SORTKEY_ENGINE'] || undefined);
  if (path !== undefined && !existsSync(path)) {
    throw new SortkeyError(
      'ENGINE_NOT_FOUND',
      `There is no engine at ${path}. Check the path in --engine or SORTKEY_ENGINE.`,
    );
  }
  const engine = findDynoxide(path) ?? findDynalite();
  if (engine !== undefined) return engine;
  throw new SortkeyError(
    'ENGINE_NOT_FOUND',
    `No engine for ${process.platform}-${process.arch} is installed. ` +
      `Run: npm install --no-save @dynoxide/${process.platform}-${process.arch}`,
  );
}
